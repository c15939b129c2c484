package org.rotfaden.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.http.Me;
import org.rotfaden.members.Members;
import org.rotfaden.security.Decision;
import org.rotfaden.security.Grant;
import org.rotfaden.security.Holder;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Permission;
import org.rotfaden.security.Permissions;
import org.rotfaden.security.Role;
import org.rotfaden.security.Subject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What one may do, and why.
@RestController
@AlsoForFormerMembers
@Tag(name = "Rights")
@RequestMapping("/api/rights")
class RightsController {

    /// An answer with its reason, as a code and as a sentence.
    record AnswerResource(Permission permission, boolean allowed, String code, String sentence) {}

    record RoleResource(
            Role role, String subjectType, UUID subjectId, String code, String sentence) {}

    record HolderResource(
            MemberId memberId,
            @Nullable String name,
            Role role,
            String subjectType,
            UUID subjectId,
            String code,
            String sentence) {}

    private final Permissions permissions;
    private final Sentences sentences;
    private final Members members;

    RightsController(Permissions permissions, Sentences sentences, Members members) {
        this.permissions = permissions;
        this.sentences = sentences;
        this.members = members;
    }

    @Operation(summary = "The roles one has today, and why")
    @GetMapping
    List<RoleResource> roles(@Me MemberId me, Locale locale) {
        return permissions.grantsOf(me).stream().map(grant -> role(grant, locale)).toList();
    }

    @Operation(
            summary =
                    "What one may do with something, and why; type is unit, body, working-group …")
    @GetMapping("/{type}/{id}")
    List<AnswerResource> here(
            @Me MemberId me, @PathVariable String type, @PathVariable UUID id, Locale locale) {
        return permissions.explain(me, new Subject(type, id)).entrySet().stream()
                .map(answer -> answer(answer.getKey(), answer.getValue(), locale))
                .toList();
    }

    @Operation(
            summary =
                    "Who else may do something there, for those who administer it or invite others")
    @GetMapping("/{type}/{id}/holders")
    List<HolderResource> holders(
            @Me MemberId me, @PathVariable String type, @PathVariable UUID id, Locale locale) {
        var subject = new Subject(type, id);
        permissions.decideOversight(me, subject).orRefuse();
        List<Holder> holders = permissions.holdersAt(subject);
        Map<MemberId, String> names =
                members.namesOf(holders.stream().map(Holder::member).toList());
        return holders.stream().map(holder -> holder(holder, names, locale)).toList();
    }

    private AnswerResource answer(Permission permission, Decision decision, Locale locale) {
        return new AnswerResource(
                permission,
                decision.allowed(),
                decision.reason().code(),
                sentences.of(decision, locale));
    }

    private RoleResource role(Grant grant, Locale locale) {
        return new RoleResource(
                grant.role(),
                grant.where().type(),
                grant.where().id(),
                grant.reason().code(),
                sentences.of(grant.reason(), locale));
    }

    private HolderResource holder(Holder holder, Map<MemberId, String> names, Locale locale) {
        Grant grant = holder.grant();
        return new HolderResource(
                holder.member(),
                names.get(holder.member()),
                grant.role(),
                grant.where().type(),
                grant.where().id(),
                grant.reason().code(),
                sentences.ofOther(grant.reason(), locale));
    }
}
