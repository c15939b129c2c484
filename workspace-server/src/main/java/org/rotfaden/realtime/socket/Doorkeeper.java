package org.rotfaden.realtime.socket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Logins;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Participant;
import org.rotfaden.realtime.rooms.Person;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Decides who comes in, and to what.
@Component
class Doorkeeper {

    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    private final Tickets tickets;
    private final Logins logins;
    private final AccessTokens accessTokens;
    private final Members members;
    private final UpdateLog documents;
    private final Map<String, DocumentPolicy> policies;

    Doorkeeper(
            Tickets tickets,
            Logins logins,
            AccessTokens accessTokens,
            Members members,
            UpdateLog documents,
            List<DocumentPolicy> policies) {
        this.tickets = tickets;
        this.logins = logins;
        this.accessTokens = accessTokens;
        this.members = members;
        this.documents = documents;
        this.policies =
                policies.stream()
                        .collect(
                                Collectors.toMap(DocumentPolicy::subjectType, Function.identity()));
    }

    /// Who comes with this token, if it is a valid one.
    Optional<Visitor> recognise(String token) {
        return tickets.open(token)
                .<Visitor>flatMap(this::withTicket)
                .or(() -> withAccessToken(token));
    }

    Set<DocumentId> documentsOf(Subject subject) {
        return documents.documentsOf(subject);
    }

    /// What a member may do with a document; nothing with one that does not exist.
    Access accessOf(MemberId member, DocumentId document) {
        return documents
                .subjectOf(document)
                .flatMap(subject ->
                        Optional.ofNullable(policies.get(subject.type()))
                                .map(policy -> policy.accessOf(member, subject)))
                .orElse(Access.NONE);
    }

    /// What a visitor may do with a document; nothing any more when what she came with has ended.
    Access accessOf(Visitor visitor, DocumentId document) {
        return visitor.mayAskFor(document) && isOpen(visitor)
                ? accessOf(visitor.person().member(), document)
                : Access.NONE;
    }

    /// Why a visitor may not be with a document: because what she came with has ended, or because
    /// she has no right.
    Ending whyNot(Visitor visitor) {
        return isOpen(visitor) ? Ending.RIGHT_LOST : Ending.LOGGED_OUT;
    }

    private boolean isOpen(Visitor visitor) {
        return switch (visitor) {
            case Visitor.WithTicket ticket -> logins.find(ticket.login()).isPresent();
            case Visitor.WithAccessToken known -> accessTokens.find(known.token()).isPresent();
        };
    }

    /// Asks about somebody who is listed already, so that nothing that ends at the same moment is
    /// overlooked: more is granted on the spot, less ends the stay. Where no answer can be had
    /// nobody stays; whoever comes back is asked again.
    void askAgain(DocumentConversation conversation, Stay stay) {
        try {
            follow(conversation, stay);
        } catch (RuntimeException failure) {
            log.error("Nobody can say whether somebody may stay; the stay ends", failure);
            stay.participant().end(Ending.OVERLOAD);
        }
    }

    /// One answer after the other, so that an old one never undoes a newer one.
    private void follow(DocumentConversation conversation, Stay stay) {
        Participant participant = stay.participant();
        synchronized (participant) {
            Access access = accessOf(stay.visitor(), participant.document());
            if (!access.includes(participant.access())) {
                participant.end(whyNot(stay.visitor()));
            } else if (access != participant.access()) {
                conversation.grant(stay, access);
            }
        }
    }

    /// A ticket opens nothing once the log-in is over for which it was given.
    private Optional<Visitor> withTicket(Tickets.Ticket ticket) {
        return logins.find(ticket.login())
                .flatMap(login ->
                        person(login.member())
                                .map(person ->
                                        new Visitor.WithTicket(
                                                person,
                                                login.id(),
                                                ticket.document(),
                                                login.expires())));
    }

    private Optional<Visitor> withAccessToken(String token) {
        return accessTokens
                .find(token)
                .flatMap(known ->
                        person(known.member())
                                .map(person ->
                                        new Visitor.WithAccessToken(
                                                person, known.id(), known.expires())));
    }

    private Optional<Person> person(MemberId member) {
        return members.find(member).map(Member::name).map(name -> new Person(member, name));
    }
}
