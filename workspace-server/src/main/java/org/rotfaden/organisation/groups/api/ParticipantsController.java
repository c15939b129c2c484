package org.rotfaden.organisation.groups.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.members.Members;
import org.rotfaden.organisation.groups.Participation;
import org.rotfaden.organisation.groups.WorkingGroup;
import org.rotfaden.organisation.groups.WorkingGroupId;
import org.rotfaden.organisation.groups.WorkingGroups;
import org.rotfaden.security.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who takes part in a group.
@RestController
@Tag(name = "Groups")
@RequestMapping("/api/groups/{id}")
class ParticipantsController {

    record ParticipantResource(
            MemberId memberId, @Nullable String name, Participation.State state, LocalDate since) {
        static ParticipantResource of(Participation taking, Map<MemberId, String> names) {
            return new ParticipantResource(
                    taking.member(), names.get(taking.member()), taking.state(), taking.since());
        }
    }

    /// How somebody stands to the group now.
    record Standing(Participation.State state) {}

    /// @param stays whether whoever hands over still takes part; leaves when it is not said
    record Successor(MemberId member, Optional<Boolean> stays) {}

    private final WorkingGroups groups;
    private final Members members;

    ParticipantsController(WorkingGroups groups, Members members) {
        this.groups = groups;
        this.members = members;
    }

    @Operation(summary = "Who takes part, hosts first; hosts also see who asked and was invited")
    @GetMapping("/participants")
    Page<ParticipantResource> list(
            @Me MemberId me,
            @PathVariable WorkingGroupId id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        WorkingGroup group = groups.get(me, id);
        Page<Participation> page =
                new Slice(after, most).cut(groups.participations(me, group.id()));
        Map<MemberId, String> names =
                members.namesOf(page.items().stream().map(Participation::member).toList());
        return page.map(taking -> ParticipantResource.of(taking, names));
    }

    @Operation(summary = "Takes part, asks to, or accepts an invitation")
    @PostMapping("/join")
    Standing join(@Me MemberId me, @PathVariable WorkingGroupId id) {
        return new Standing(groups.join(me, id));
    }

    @Operation(summary = "Lets somebody in who asked, or invites who did not; for hosts")
    @PutMapping("/participants/{member}")
    Standing admit(
            @Me MemberId me, @PathVariable WorkingGroupId id, @PathVariable MemberId member) {
        return new Standing(groups.admit(me, id, member));
    }

    @Operation(summary = "Leaves, declines or takes back; hosts turn others away")
    @DeleteMapping("/participants/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@Me MemberId me, @PathVariable WorkingGroupId id, @PathVariable MemberId member) {
        groups.leave(me, id, member);
    }

    @Operation(summary = "Makes a participant a host, for hosts")
    @PutMapping("/hosts/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void makeHost(@Me MemberId me, @PathVariable WorkingGroupId id, @PathVariable MemberId member) {
        groups.makeHost(me, id, member);
    }

    @Operation(summary = "Hosts no longer, and still takes part; for hosts")
    @DeleteMapping("/hosts/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hostNoLonger(
            @Me MemberId me, @PathVariable WorkingGroupId id, @PathVariable MemberId member) {
        groups.hostNoLonger(me, id, member);
    }

    @Operation(summary = "Hands the group over to another participant, and leaves or stays")
    @PostMapping("/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handOver(
            @Me MemberId me, @PathVariable WorkingGroupId id, @RequestBody Successor successor) {
        if (successor.stays().orElse(false)) {
            groups.handOverAndStay(me, id, successor.member());
        } else {
            groups.handOver(me, id, successor.member());
        }
    }
}
