package org.rotfaden.members.api;

import java.util.List;
import java.util.UUID;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.members.OnlyAdministrators;
import org.rotfaden.members.Right;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Members and what they may do.
@RestController
@RequestMapping("/api/members")
class MembersController {

    /// A member as administrators and the member itself see it.
    record MemberResource(UUID id, String name, String email, Right right, boolean administrator) {

        static MemberResource of(Member member) {
            return new MemberResource(
                    member.id().value(),
                    member.name(),
                    member.email().value(),
                    member.right(),
                    member.administrator());
        }
    }

    record RightChange(Right right) {}

    private final Members members;
    private final CurrentMember currentMember;

    MembersController(Members members, CurrentMember currentMember) {
        this.members = members;
        this.currentMember = currentMember;
    }

    @GetMapping
    List<MemberResource> list() {
        if (!members.get(currentMember.get().member()).administrator()) {
            throw new OnlyAdministrators();
        }
        return members.list().stream().map(MemberResource::of).toList();
    }

    @GetMapping("/me")
    MemberResource me() {
        return MemberResource.of(members.get(currentMember.get().member()));
    }

    @PutMapping("/{id}/right")
    MemberResource changeRight(@PathVariable UUID id, @RequestBody RightChange change) {
        return MemberResource.of(
                members.changeRight(
                        currentMember.get().member(), new MemberId(id), change.right()));
    }
}
