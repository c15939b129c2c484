package org.rotfaden.members.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rotfaden.association.Name;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.members.Admitted;
import org.rotfaden.members.Email;
import org.rotfaden.members.Member;
import org.rotfaden.members.MemberPasswords;
import org.rotfaden.members.Members;
import org.rotfaden.members.NewMember;
import org.rotfaden.members.Right;
import org.rotfaden.members.Whence;
import org.rotfaden.security.AskedFirst;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Subject;
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

/// Members and what they may do.
@RestController
@Tag(name = "Members")
@RequestMapping("/api/members")
class MembersController {

    /// A member as administrators and the member itself see it.
    record MemberResource(
            MemberId id, String name, String email, Right right, boolean administrator) {}

    /// A member whose password is told this once.
    record AdmittedResource(MemberResource member, String password) {}

    record NewMemberRequest(String name, String email, Right right, Optional<LocalDate> born) {

        NewMember member() {
            return new NewMember(new Name(name), new Email(email), right, born.orElse(null));
        }
    }

    record RightChange(Right right) {}

    record PasswordChange(String current, String next) {}

    private final Members members;
    private final MemberPasswords passwords;
    private final Permissions permissions;
    private final CurrentMember currentMember;

    MembersController(
            Members members,
            MemberPasswords passwords,
            Permissions permissions,
            CurrentMember currentMember) {
        this.members = members;
        this.passwords = passwords;
        this.permissions = permissions;
        this.currentMember = currentMember;
    }

    @Operation(
            summary =
                    "Members whose name or address has these words in it, by name, for"
                            + " administrators")
    @GetMapping
    Page<MemberResource> list(
            @Me MemberId me,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        List<Member> read = members.list(me, words, slice.after(), slice.oneMore());
        Set<MemberId> administrators = administrators();
        return slice.page(read)
                .map(member -> resource(member, administrators.contains(member.id())));
    }

    @AlsoForFormerMembers
    @Operation(summary = "Whoever asks")
    @GetMapping("/me")
    MemberResource me(@Me MemberId me) {
        return resource(members.get(me));
    }

    @AskedFirst(Permission.ADMINISTER_MEMBERS)
    @Operation(summary = "Changes what a member may do, for administrators")
    @PutMapping("/{id}/right")
    MemberResource changeRight(
            @Me MemberId me, @PathVariable MemberId id, @RequestBody RightChange change) {
        return resource(members.changeRight(me, id, change.right()));
    }

    @AskedFirst(Permission.ADMINISTER_MEMBERS)
    @Operation(summary = "Takes somebody in, for administrators; the password is told this once")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    AdmittedResource admit(@Me MemberId me, @RequestBody NewMemberRequest request) {
        return admitted(members.admit(me, request.member(), Subject.ASSOCIATION));
    }

    @Operation(
            summary = "Gives a member a new password, for administrators; log-ins and tokens end")
    @PostMapping("/{id}/password")
    AdmittedResource renewPassword(@Me MemberId me, @PathVariable MemberId id) {
        return admitted(passwords.renew(me, id));
    }

    @AlsoForFormerMembers
    @Operation(summary = "Changes one's own password; all other log-ins and all other tokens end")
    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@RequestBody PasswordChange change, HttpServletRequest request) {
        passwords.change(currentMember.get(), Whence.of(request), change.current(), change.next());
    }

    private AdmittedResource admitted(Admitted admitted) {
        return new AdmittedResource(resource(admitted.member()), admitted.password());
    }

    private Set<MemberId> administrators() {
        return permissions.holdersAt(Subject.ASSOCIATION).stream()
                .filter(holder -> holder.grant().role().allowsHere(Permission.ADMINISTER))
                .map(Holder::member)
                .collect(Collectors.toSet());
    }

    private MemberResource resource(Member member) {
        return resource(
                member,
                permissions.allows(member.id(), Permission.ADMINISTER, Subject.ASSOCIATION));
    }

    private static MemberResource resource(Member member, boolean administers) {
        return new MemberResource(
                member.id(), member.name(), member.email().value(), member.right(), administers);
    }
}
