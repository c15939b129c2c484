package org.rotfaden.association;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The association of this workspace.
@Service
public class Associations {

    private static final String NOT_FOUNDED = "Rotfaden";

    private final JdbcClient jdbc;
    private final AssociationRow row;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Activities activities;
    private final AssociationDay day;

    Associations(
            JdbcClient jdbc,
            AssociationRow row,
            Permissions permissions,
            AuditTrail audit,
            Activities activities,
            AssociationDay day) {
        this.jdbc = jdbc;
        this.row = row;
        this.permissions = permissions;
        this.audit = audit;
        this.activities = activities;
        this.day = day;
    }

    /// The association, once it was founded.
    public Optional<Association> find() {
        return row.find();
    }

    /// What the association calls itself; the product's name until there is one.
    public String name() {
        return find().map(Association::name).orElse(NOT_FOUNDED);
    }

    /// Founds the association while the workspace is set up.
    ///
    /// @throws org.rotfaden.security.BrokenRule ALREADY_FOUNDED when there is one
    @Transactional
    public void found(AssociationSettings settings) {
        try {
            jdbc.sql(
                            "insert into association (name, language, time_zone, accent) values (?,"
                                    + " ?, ?, ?)")
                    .param(settings.name())
                    .param(settings.language().getLanguage())
                    .param(settings.timeZone().getId())
                    .param(hexOf(settings.accent()))
                    .update();
        } catch (DuplicateKeyException there) {
            throw AssociationObjection.ALREADY_FOUNDED.raised();
        }
        activities.tell(new AssociationEvent.Founded());
    }

    /// Changes what the association says of itself.
    ///
    /// @param seen the version that was looked at
    /// @throws Conflict when it has changed since
    /// @throws org.rotfaden.security.BrokenRule DAY_WOULD_GO_BACK when it is still yesterday in the
    ///   time zone
    @Transactional
    public void change(MemberId by, long seen, AssociationSettings settings) {
        permissions.decide(by, Permission.ADMINISTER, Subject.ASSOCIATION).orRefuse();
        LocalDate now = day.dateIn(hold(seen));
        if (day.dateIn(settings.timeZone()).isBefore(now)) {
            throw AssociationObjection.DAY_WOULD_GO_BACK.raised();
        }
        jdbc.sql(
                        """
                        update association
                        set name = ?, language = ?, time_zone = ?, accent = ?, version = version + 1
                        """)
                .param(settings.name())
                .param(settings.language().getLanguage())
                .param(settings.timeZone().getId())
                .param(hexOf(settings.accent()))
                .update();
        audit.record(by, "ASSOCIATION_CHANGED", Subject.ASSOCIATION);
        activities.tell(new AssociationEvent.Changed(by));
    }

    @Transactional
    public void changeLogo(MemberId by, @Nullable Logo logo) {
        permissions.decide(by, Permission.ADMINISTER, Subject.ASSOCIATION).orRefuse();
        jdbc.sql("update association set logo = ?, logo_type = ?, version = version + 1")
                .param(logo == null ? null : logo.bytes())
                .param(logo == null ? null : logo.mediaType())
                .update();
        audit.record(by, "ASSOCIATION_LOGO_CHANGED", Subject.ASSOCIATION);
        activities.tell(new AssociationEvent.Changed(by));
    }

    public Optional<Logo> logo() {
        return jdbc.sql("select logo, logo_type from association where logo is not null")
                .query((found, _) ->
                        Logo.kept(found.getString("logo_type"), found.getBytes("logo")))
                .optional();
    }

    /// Keeps the association as it was seen until the transaction ends.
    ///
    /// @return its time zone
    /// @throws Conflict when it has changed since
    private ZoneId hold(long seen) {
        return jdbc.sql("select time_zone from association where version = ? for update")
                .param(seen)
                .query((row, _) -> ZoneId.of(row.getString("time_zone")))
                .optional()
                .orElseThrow(Conflict::new);
    }

    private static @Nullable String hexOf(@Nullable Accent accent) {
        return accent == null ? null : accent.hex();
    }
}
