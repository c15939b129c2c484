package org.rotfaden.notifications.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rotfaden.http.Me;
import org.rotfaden.http.Page;
import org.rotfaden.http.Slice;
import org.rotfaden.notifications.Notice;
import org.rotfaden.notifications.NoticeId;
import org.rotfaden.notifications.Notices;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What concerns whoever asks.
@RestController
@Tag(name = "Notices")
@RequestMapping("/api/notices")
class NoticesController {

    /// To what it happened: a `thread`, a `working-group`, a `body`, a `motion`.
    record SubjectResource(String type, UUID id) {

        static SubjectResource of(Subject subject) {
            return new SubjectResource(subject.type(), subject.id());
        }
    }

    /// @param why it concerns her, for example `MENTIONED`
    /// @param count how many things of one kind it tells of
    record NoticeResource(
            NoticeId id,
            String why,
            SubjectResource subject,
            Optional<MemberId> by,
            Instant at,
            int count,
            Optional<Instant> read) {

        static NoticeResource of(Notice notice) {
            return new NoticeResource(
                    notice.id(),
                    notice.why(),
                    SubjectResource.of(notice.subject()),
                    Optional.ofNullable(notice.by()),
                    notice.at(),
                    notice.count(),
                    Optional.ofNullable(notice.read()));
        }
    }

    /// @param ids which ones; without them all
    record Read(Optional<List<NoticeId>> ids) {}

    private final Notices notices;

    NoticesController(Notices notices) {
        this.notices = notices;
    }

    @Operation(summary = "What concerns whoever asks, the newest first")
    @GetMapping
    Page<NoticeResource> list(
            @Me MemberId me,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(defaultValue = Slice.USUAL) int most) {
        var slice = new Slice(after, most);
        return slice.page(notices.list(me, slice.after(), slice.oneMore())).map(NoticeResource::of);
    }

    @Operation(summary = "Marks notices as read, some or all, on all of one's devices")
    @PutMapping("/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@Me MemberId me, @RequestBody Read read) {
        read.ids().ifPresentOrElse(ids -> notices.read(me, ids), () -> notices.readAll(me));
    }
}
