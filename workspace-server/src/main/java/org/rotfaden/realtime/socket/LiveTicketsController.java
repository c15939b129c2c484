package org.rotfaden.realtime.socket;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.rotfaden.http.AlsoForFormerMembers;
import org.rotfaden.members.Members;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.security.CurrentMember;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Gives browsers the ticket that opens one live document.
@RestController
@AlsoForFormerMembers
@Tag(name = "Live documents")
class LiveTicketsController {

    record TicketRequest(DocumentId documentId) {}

    record Holder(MemberId id, String name) {}

    record IssuedTicket(String ticket, Instant expires, Access access, Holder member) {}

    private final CurrentMember currentMember;
    private final Members members;
    private final Doorkeeper doorkeeper;
    private final Tickets tickets;

    LiveTicketsController(
            CurrentMember currentMember, Members members, Doorkeeper doorkeeper, Tickets tickets) {
        this.currentMember = currentMember;
        this.members = members;
        this.doorkeeper = doorkeeper;
        this.tickets = tickets;
    }

    @Operation(summary = "A ticket that opens one live document, for browsers")
    @PostMapping("/api/live-tickets")
    @ResponseStatus(HttpStatus.CREATED)
    IssuedTicket issue(@RequestBody TicketRequest request) {
        SignedIn signedIn = currentMember.get();
        LoginId login = signedIn.login();
        if (login == null) {
            throw SocketObjection.TICKETS_ARE_FOR_BROWSERS.raised();
        }
        var document = request.documentId();
        Access access = doorkeeper.accessOf(signedIn.member(), document);
        if (!access.includes(Access.READ)) {
            throw SocketObjection.NO_ACCESS_TO_DOCUMENT.raised();
        }
        Tickets.Ticket ticket = tickets.issue(login, document);
        return new IssuedTicket(
                tickets.seal(ticket), ticket.expires(), access, holder(signedIn.member()));
    }

    private Holder holder(MemberId member) {
        return new Holder(member, members.get(member).name());
    }
}
