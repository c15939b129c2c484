package org.rotfaden.organisation.memberships.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.association.Name;
import org.rotfaden.association.Term;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.Email;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.organisation.memberships.EndedBecause;
import org.rotfaden.organisation.memberships.Membership;
import org.rotfaden.organisation.memberships.MembershipCorrections;
import org.rotfaden.organisation.memberships.MembershipId;
import org.rotfaden.organisation.memberships.MembershipKind;
import org.rotfaden.organisation.memberships.Memberships;
import org.rotfaden.organisation.memberships.NewMembership;
import org.rotfaden.organisation.units.UnitId;
import org.rotfaden.organisation.units.Units;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Today;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who is at home where.
@RestController
@Tag(name = "Memberships")
@RequestMapping("/api")
class MembershipsController {

    /// @param because why it ended or, with a last day ahead, will
    record MembershipResource(
            MembershipId id,
            MemberId memberId,
            @Nullable String name,
            UnitId unitId,
            MembershipKind kind,
            LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable EndedBecause because) {
        static MembershipResource of(Membership membership, Map<MemberId, String> names) {
            return new MembershipResource(
                    membership.id(),
                    membership.member(),
                    names.get(membership.member()),
                    membership.unit(),
                    membership.kind(),
                    membership.term().from(),
                    membership.term().lastDay(),
                    membership.because());
        }
    }

    record NewMembershipRequest(
            MemberId member,
            UnitId unit,
            MembershipKind kind,
            LocalDate from,
            Optional<LocalDate> lastDay) {
        NewMembership membership() {
            return new NewMembership(member, unit, kind, new Term(from, lastDay.orElse(null)));
        }
    }

    record LastDay(LocalDate lastDay) {}

    record Born(LocalDate born) {}

    /// @param from today, when nothing is said
    record NewcomerRequest(
            String name,
            String email,
            Optional<LocalDate> born,
            MembershipKind kind,
            Optional<LocalDate> from,
            Optional<LocalDate> lastDay) {
        NewMember member() {
            return new NewMember(new Name(name), new Email(email), Right.WRITE, born.orElse(null));
        }

        Term term(LocalDate today) {
            return new Term(from.orElse(today), lastDay.orElse(null));
        }
    }

    /// Somebody with a new home, whose password is told this once.
    record TakenInResource(MembershipResource membership, String password) {}

    private final Memberships memberships;
    private final MembershipCorrections corrections;
    private final Members members;
    private final Units units;
    private final Today today;

    MembershipsController(
            Memberships memberships,
            MembershipCorrections corrections,
            Members members,
            Units units,
            Today today) {
        this.memberships = memberships;
        this.corrections = corrections;
        this.members = members;
        this.units = units;
        this.today = today;
    }

    @AlsoForFormerMembers
    @Operation(summary = "One's own memberships, former ones too, the newest first")
    @GetMapping("/members/me/memberships")
    List<MembershipResource> mine(@Me MemberId me) {
        return memberships.of(me).stream().map(this::resource).toList();
    }

    @Operation(summary = "Who is at home in a unit, by name, for those who may see names there")
    @GetMapping("/units/{id}/members")
    Page<MembershipResource> in(
            @Me MemberId me,
            @PathVariable UnitId id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        UnitId unit = units.get(id).id();
        Page<Membership> page =
                slice.page(memberships.in(me, unit, slice.after(), slice.oneMore()));
        Map<MemberId, String> names =
                members.namesOf(page.items().stream().map(Membership::member).toList());
        return page.map(membership -> MembershipResource.of(membership, names));
    }

    @AskedFirst(value = Permission.ADMINISTER_MEMBERS, of = UnitId.SUBJECT)
    @Operation(
            summary =
                    "Takes somebody into the association and a unit, for those who administer its"
                            + " members; the password is told this once")
    @PostMapping("/units/{id}/members")
    @ResponseStatus(HttpStatus.CREATED)
    TakenInResource takeIn(
            @Me MemberId me, @PathVariable UnitId id, @RequestBody NewcomerRequest request) {
        UnitId unit = units.get(id).id();
        Admitted admitted =
                memberships.takeIn(
                        me, request.member(), unit, request.kind(), request.term(today.date()));
        return new TakenInResource(
                resource(memberships.of(admitted.member().id()).getFirst()), admitted.password());
    }

    @Operation(
            summary = "Corrects a date of birth, for those who administer the member where at home")
    @PutMapping("/members/{id}/born")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correctBorn(@Me MemberId me, @PathVariable MemberId id, @RequestBody Born correct) {
        corrections.correctBorn(me, id, correct.born());
    }

    @Operation(summary = "Makes a unit somebody's home, for those who administer its members")
    @PostMapping("/memberships")
    @ResponseStatus(HttpStatus.CREATED)
    MembershipResource begin(@Me MemberId me, @RequestBody NewMembershipRequest request) {
        return resource(memberships.begin(me, request.membership()));
    }

    @AlsoForFormerMembers
    @Operation(
            summary =
                    "Ends a membership with a day: one's own, or for those who administer members")
    @PostMapping("/memberships/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@Me MemberId me, @PathVariable MembershipId id, @RequestBody LastDay end) {
        memberships.end(me, id, end.lastDay());
    }

    @AlsoForFormerMembers
    @Operation(
            summary =
                    "Takes the end of a membership back the same day: one's own leaving, or for"
                            + " those who administer members")
    @PostMapping("/memberships/{id}/continue")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void continueAgain(@Me MemberId me, @PathVariable MembershipId id) {
        corrections.continueAgain(me, id);
    }

    private MembershipResource resource(Membership membership) {
        return MembershipResource.of(membership, members.namesOf(List.of(membership.member())));
    }
}
