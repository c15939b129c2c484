package org.rotfaden.audit.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rotfaden.audit.AuditEntry;
import org.rotfaden.audit.AuditKind;
import org.rotfaden.audit.AuditQuery;
import org.rotfaden.audit.AuditTrail;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.security.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit trail.
@RestController
@Tag(name = "Audit trail")
@RequestMapping("/api/audit")
class AuditController {

    record EntryResource(
            long sequence,
            Instant at,
            MemberId actorId,
            String action,
            String subjectType,
            UUID subjectId,
            @Nullable UUID concernedId) {

        static EntryResource of(AuditEntry entry) {
            return new EntryResource(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.subject().type(),
                    entry.subject().id(),
                    entry.concerned());
        }
    }

    private final AuditTrail audit;

    AuditController(AuditTrail audit) {
        this.audit = audit;
    }

    /// @param kind what they are about
    /// @param since the first moment
    @Operation(summary = "The last things that were done, the newest first; for operators")
    @GetMapping
    Page<EntryResource> latest(
            @Me MemberId me,
            @RequestParam(required = false) @Nullable AuditKind kind,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        var query = new AuditQuery(kind, since);
        return slice.page(audit.latest(me, query, slice.after(), slice.oneMore()))
                .map(EntryResource::of);
    }
}
