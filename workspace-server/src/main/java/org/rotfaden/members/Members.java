package org.rotfaden.members;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.activity.Activities;
import org.rotfaden.association.Wording;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.NotPermitted;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The members of the association.
@Service
public class Members {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final MemberRows rows;
    private final Permissions permissions;
    private final PasswordEncoder passwords;
    private final ExplicitGrants grants;
    private final AuditTrail audit;
    private final Activities activities;
    private final Today today;

    Members(
            MemberRows rows,
            Permissions permissions,
            PasswordEncoder passwords,
            ExplicitGrants grants,
            AuditTrail audit,
            Activities activities,
            Today today) {
        this.rows = rows;
        this.permissions = permissions;
        this.passwords = passwords;
        this.grants = grants;
        this.audit = audit;
        this.activities = activities;
        this.today = today;
    }

    public Member get(MemberId id) {
        return find(id).orElseThrow(MemberObjection.MEMBER_NOT_FOUND::raised);
    }

    public Optional<Member> find(MemberId id) {
        return rows.find(id);
    }

    public Optional<Member> findBySlug(String slug) {
        return rows.find(slug);
    }

    /// Some members at once. Who does not exist is left out.
    public Map<MemberId, Member> some(Collection<MemberId> ids) {
        return rows.some(ids);
    }

    /// The names of some members.
    public Map<MemberId, String> namesOf(Collection<MemberId> ids) {
        return ids.isEmpty() ? Map.of() : rows.namesOf(ids);
    }

    /// What is decided about one member, her homes or her password, is decided one after the other,
    /// and by what is known of her then: whoever decides asks for this before reading anything.
    /// Constraints alone would let several who give her a home at once wait for each other for
    /// ever.
    public void standInLine(MemberId member) {
        rows.lock(member);
    }

    /// Keeps what is decided about a member as it is until the transaction ends.
    public void hold(MemberId member) {
        rows.hold(member);
    }

    public boolean isEmpty() {
        return rows.areNone();
    }

    /// Members whose name or address has these words in it, in the order of their names.
    ///
    /// @param after how many to leave out at the beginning
    /// @throws NotPermitted unless an administrator asks
    public List<Member> list(MemberId by, String words, int after, int most) {
        expectAdministrator(by);
        return rows.list(Wording.plain(words), after, most);
    }

    /// Goes on only while there is nobody; nobody else becomes a member until the transaction ends.
    ///
    /// @throws AlreadySetUp when there is a member
    @Transactional(propagation = Propagation.MANDATORY)
    public void expectNone() {
        rows.lockAll();
        if (!isEmpty()) {
            throw new AlreadySetUp();
        }
    }

    /// Makes the first member, who administers the association and operates the server. Of two who
    /// try at the same moment one succeeds.
    ///
    /// @throws AlreadySetUp when there is a member
    @Transactional
    public Member registerFirstAdministrator(String name, Email email, String password) {
        expectNone();
        Member first =
                register(
                        null,
                        new NewMember(name, email, Right.WRITE),
                        hash(Password.chosen(password)));
        grants.giveFirst(first.id());
        audit.record(first.id(), "FIRST_REGISTERED", Subject.ASSOCIATION, first.id().value());
        return first;
    }

    /// Makes members of the sample association, whose password everybody knows.
    @Transactional
    public List<Member> registerSample(List<NewMember> newcomers, String password) {
        String hash = hash(new Password(password));
        return newcomers.stream().map(newcomer -> register(null, newcomer, hash)).toList();
    }

    /// Makes the first administrator of the sample association.
    @Transactional
    public void makeSampleAdministrator(MemberId member) {
        grants.giveFirst(member);
    }

    /// Takes somebody in, with a password that the administrator hands over.
    ///
    /// @param where what the newcomer is taken into: the association, or a part of it
    /// @throws NotPermitted unless an administrator of that part does it
    /// @throws org.rotfaden.security.BrokenRule EMAIL_TAKEN when somebody has the address
    /// @throws org.rotfaden.security.BrokenRule INVALID_BORN when the date of birth cannot be one
    @Transactional
    public Admitted admit(MemberId by, NewMember newcomer, Subject where) {
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, where).orRefuse();
        if (newcomer.born() != null) {
            expectPossible(newcomer.born());
        }
        Password password = Password.random();
        Member member = register(by, newcomer, hash(password));
        audit.record(by, "MEMBER_ADMITTED", where, member.id().value());
        return new Admitted(member, password.value());
    }

    /// Corrects when a member was born. The trail says that, not the day.
    ///
    /// @param where what the member belongs to and whoever corrects it administers
    /// @throws NotPermitted unless an administrator of that part does it
    /// @throws org.rotfaden.security.BrokenRule INVALID_BORN when it cannot be a date of birth
    @Transactional
    public void correctBorn(MemberId by, MemberId whose, LocalDate born, Subject where) {
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, where).orRefuse();
        get(whose);
        expectPossible(born);
        rows.correctBorn(whose, born);
        audit.record(by, "BORN_CORRECTED", where, whose.value());
        activities.tell(new MemberEvent.BornCorrected(by, whose));
    }

    /// Lets a member's rights rest, or lifts that: whose rights rest, reads and does not write.
    ///
    /// @throws NotPermitted unless an administrator does it
    @Transactional
    public Member changeRight(MemberId by, MemberId whose, Right right) {
        expectAdministrator(by);
        Member member = get(whose);
        if (member.right() != right) {
            rows.changeRight(whose, right);
            audit.record(by, "RIGHT_" + right, Subject.ASSOCIATION, whose.value());
            activities.tell(new MemberEvent.RightChanged(by, whose, right));
            activities.tell(RightsChanged.of(whose));
        }
        return get(whose);
    }

    private void expectAdministrator(MemberId by) {
        permissions.decide(by, Permission.ADMINISTER_MEMBERS, Subject.ASSOCIATION).orRefuse();
    }

    private void expectPossible(LocalDate born) {
        if (born.isBefore(EARLIEST) || born.isAfter(today.date())) {
            throw MemberObjection.INVALID_BORN.raised();
        }
    }

    private String hash(Password password) {
        return requireNonNull(passwords.encode(password.value()));
    }

    private Member register(@Nullable MemberId by, NewMember newcomer, String hash) {
        MemberId id = MemberId.random();
        try {
            var _ = newcomer.name().slug(slug -> !rows.insert(id, slug, newcomer, hash));
        } catch (DuplicateKeyException taken) {
            throw MemberObjection.EMAIL_TAKEN.raised();
        }
        activities.tell(new MemberEvent.Registered(by == null ? id : by, id));
        return get(id);
    }
}
