package org.rotfaden.organisation.memberships;

import static org.rotfaden.security.Permission.ADMINISTER_MEMBERS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.units.Structure;
import org.rotfaden.organisation.units.Structures;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
import org.rotfaden.security.Today;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts right what was written down wrongly about memberships.
@Service
public class MembershipCorrections {

    private final MembershipRows rows;
    private final Structures structures;
    private final Memberships memberships;
    private final LastHomes lastHomes;
    private final Members members;
    private final Permissions permissions;
    private final AuditTrail audit;
    private final Today today;

    MembershipCorrections(
            MembershipRows rows,
            Structures structures,
            Memberships memberships,
            LastHomes lastHomes,
            Members members,
            Permissions permissions,
            AuditTrail audit,
            Today today) {
        this.rows = rows;
        this.structures = structures;
        this.memberships = memberships;
        this.lastHomes = lastHomes;
        this.members = members;
        this.permissions = permissions;
        this.audit = audit;
        this.today = today;
    }

    /// Takes the end of a membership back: it lasts as long as it was to, or as age limits allow.
    /// Whoever left by herself may do that as well.
    ///
    /// @throws org.rotfaden.security.BrokenRule TOO_LATE_TO_CONTINUE when the end was written down
    ///   before today, or came otherwise
    /// @throws org.rotfaden.security.BrokenRule UNIT_ENDED when the unit is no more
    /// @throws org.rotfaden.security.BrokenRule ALREADY_AT_HOME when another home began
    @Transactional
    public void continueAgain(MemberId by, MembershipId id) {
        Structure structure = structures.hold();
        Membership ended = inLine(id);
        boolean left = ended.because() == EndedBecause.LEFT && ended.member().equals(by);
        if (!left) {
            mayAdminister(by, ended);
        }
        structure.getCurrent(ended.unit());
        if (!rows.restore(ended)) {
            throw MembershipObjection.TOO_LATE_TO_CONTINUE.raised();
        }
        rows.find(id).ifPresent(memberships::followAgeLimit);
        boolean isCounted = rows.find(id).filter(memberships::isCounted).isPresent();
        audit.record(by, "MEMBERSHIP_CONTINUED", ended.unit().subject(), ended.member().value());
        memberships.tell(by, ended.member(), List.of(ended.unit()), isCounted);
    }

    /// What somebody left by herself today, and may return to today.
    public List<Membership> leftToday(MemberId member) {
        return rows.leftToday(member).stream()
                .filter(left -> memberships.home(member, left.tree()).isEmpty())
                .toList();
    }

    /// Takes back that a membership began or was to: as if there had been none. The row stays.
    ///
    /// @throws org.rotfaden.security.BrokenRule MEMBERSHIP_NOT_FOUND when it began before today, or
    ///   ends already
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when she had left before, and
    ///   nobody else administers the association, or operates the server
    @Transactional
    public void takeBack(MemberId by, MembershipId id) {
        structures.hold();
        inLine(id);
        Membership begun = memberships.get(id);
        mayAdminister(by, begun);
        Map<MemberId, LastDay> before = lastHomes.knownNow(List.of(begun.member()));
        if (!rows.takeBack(id)) {
            throw MembershipObjection.MEMBERSHIP_NOT_FOUND.raised();
        }
        lastHomes.expectAuthority(by, before);
        audit.record(by, "MEMBERSHIP_TAKEN_BACK", begun.unit().subject(), begun.member().value());
        memberships.tell(by, begun.member(), List.of(begun.unit()), memberships.isCounted(begun));
    }

    /// Corrects when a member was born, for those who administer her where she is or will be at
    /// home, or the association. Memberships end with the age limits that hold for the new date.
    ///
    /// @throws org.rotfaden.security.BrokenRule INVALID_BORN when it cannot be a date of birth
    /// @throws org.rotfaden.security.BrokenRule LAST_ADMINISTRATOR when nobody would be left before
    ///   long who administers the association, or operates the server
    @Transactional
    public void correctBorn(MemberId by, MemberId whose, LocalDate born) {
        structures.hold();
        members.standInLine(whose);
        List<Membership> homes =
                memberships.of(whose).stream().filter(this::followsAgeLimit).toList();
        Subject where =
                homes.stream()
                        .map(home -> home.unit().subject())
                        .filter(unit -> permissions.allows(by, ADMINISTER_MEMBERS, unit))
                        .findFirst()
                        .orElse(Subject.ASSOCIATION);
        Map<MemberId, LastDay> before = lastHomes.knownNow(List.of(whose));
        members.correctBorn(by, whose, born, where);
        homes.forEach(memberships::followAgeLimit);
        lastHomes.expectAuthority(by, before);
        memberships.tell(
                by,
                whose,
                homes.stream().map(Membership::unit).toList(),
                homes.stream().anyMatch(this::isCountedOtherwise));
    }

    private boolean isCountedOtherwise(Membership before) {
        return memberships.isCounted(before)
                != rows.find(before.id()).filter(memberships::isCounted).isPresent();
    }

    private void mayAdminister(MemberId by, Membership membership) {
        permissions
                .decide(by, ADMINISTER_MEMBERS, membership.unit().subject())
                .orRefuse(
                        memberships.mayKnowOf(by, membership),
                        MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
    }

    /// The membership as it is once nobody else changes the homes of its member.
    private Membership inLine(MembershipId id) {
        members.standInLine(find(id).member());
        return find(id);
    }

    private Membership find(MembershipId id) {
        return rows.find(id).orElseThrow(MembershipObjection.MEMBERSHIP_NOT_FOUND::raised);
    }

    /// Also one that ended by age only now: a slip of the pen is put right.
    private boolean followsAgeLimit(Membership home) {
        boolean justEnded =
                home.because() == EndedBecause.AGE_LIMIT
                        && !home.term().isOverOn(today.date().minusDays(1))
                        && !structures.current().get(home.unit()).isOver()
                        && memberships.home(home.member(), home.tree()).isEmpty();
        return justEnded || !home.term().isOverOn(today.date());
    }
}
