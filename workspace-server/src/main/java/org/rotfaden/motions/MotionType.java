package org.rotfaden.motions;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rotfaden.association.TypedWords;
import org.rotfaden.security.Columns;
import org.rotfaden.security.Discussed;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Named;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Scope;
import org.rotfaden.security.Subject;
import org.rotfaden.security.SubjectType;
import org.rotfaden.security.TypeNames;
import org.rotfaden.security.Typed;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A motion is where its owner is.
@Component
@Order(20)
public class MotionType implements SubjectType {

    public static final String PLACE = "antraege";

    private static final Pattern NUMBERED =
            Pattern.compile("^(?:antrag|motion|#)\\s*(\\d+)$", Pattern.CASE_INSENSITIVE);

    private final JdbcClient jdbc;
    private final MotionCatalogue catalogue;
    private final Permissions permissions;

    MotionType(JdbcClient jdbc, MotionCatalogue catalogue, Permissions permissions) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.permissions = permissions;
    }

    @Override
    public String type() {
        return MotionId.SUBJECT;
    }

    @Override
    public TypeNames names() {
        return new TypeNames("Anträge", "motions");
    }

    @Override
    public String place() {
        return PLACE;
    }

    @Override
    public String icon() {
        return "motions";
    }

    @Override
    public Optional<Scope> scopeOf(Subject motion) {
        return ownerOf(motion).flatMap(permissions::scopeOf).map(owner -> owner.around(motion));
    }

    @Override
    public boolean isSeenBy(MemberId reader, Subject motion) {
        return permissions.allows(reader, Permission.READ, motion);
    }

    @Override
    public Optional<Named> find(Subject motion, MemberId reader) {
        return catalogue.find(reader, new MotionId(motion.id())).map(this::named);
    }

    @Override
    public Optional<Named> at(String name, MemberId reader) {
        return MotionNumber.read(name)
                .flatMap(number -> catalogue.find(reader, number))
                .map(this::named);
    }

    /// Those that have the words in their title, and without words those that changed last.
    @Override
    public List<Named> choices(Typed typed, MemberId reader, int most) {
        return catalogue
                .list(MotionQuery.ALL.titled(TypedWords.of(numbered(typed))), reader, most)
                .stream()
                .map(this::named)
                .toList();
    }

    /// A motion is called by its number as well: "Antrag 12", "#12".
    private static Typed numbered(Typed typed) {
        return new Typed(
                NUMBERED.matcher(typed.text().strip()).replaceFirst("$1"), typed.forgives());
    }

    private Named named(MotionSummary motion) {
        return named(
                motion.id().subject(),
                motion.title(),
                Integer.toString(motion.number().value()),
                "");
    }

    /// As everywhere what lies above comes before the motion's row. The motion may have become
    /// another's before it was held.
    @Override
    public void hold(Subject motion) {
        Optional<Subject> before = ownerOf(motion);
        before.ifPresent(permissions::hold);
        jdbc.sql("select 1 from motion where id = ? for share")
                .param(motion.id())
                .query(Integer.class)
                .list();
        ownerOf(motion)
                .filter(now -> !before.equals(Optional.of(now)))
                .ifPresent(permissions::hold);
    }

    /// Those who take part where it belongs, and where its writers let them all who may read it.
    @Override
    public Permission discussing(Subject motion) {
        return jdbc.sql("select readers_discuss from motion where id = ?")
                        .param(motion.id())
                        .query(Boolean.class)
                        .optional()
                        .orElse(false)
                ? Permission.READ
                : Permission.TAKE_PART;
    }

    private Optional<Subject> ownerOf(Subject motion) {
        return jdbc.sql("select owner_type, owner_id from motion where id = ?")
                .param(motion.id())
                .query((row, _) -> Columns.subject(row, "owner"))
                .optional();
    }

    /// Whoever writes a motion invites others to it.
    @Override
    public Permission authority() {
        return Permission.ACT_FOR;
    }

    @Override
    public Optional<MemberId> begunBy(Subject motion) {
        return jdbc.sql("select author_id from motion where id = ?")
                .param(motion.id())
                .query(Columns.ids("author_id", MemberId::new))
                .optional();
    }

    @Override
    public Discussed discussed() {
        return Discussed.BESIDE;
    }
}
