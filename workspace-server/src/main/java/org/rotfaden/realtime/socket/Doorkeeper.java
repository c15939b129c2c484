package org.rotfaden.realtime.socket;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Member;
import org.rotfaden.members.Members;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.DocumentPolicy;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.rooms.Person;
import org.rotfaden.security.MemberId;
import org.springframework.stereotype.Component;

/// Decides who comes in, and to what.
@Component
class Doorkeeper {

    private final Tickets tickets;
    private final AccessTokens accessTokens;
    private final Members members;
    private final UpdateLog documents;
    private final Map<String, DocumentPolicy> policies;

    Doorkeeper(
            Tickets tickets,
            AccessTokens accessTokens,
            Members members,
            UpdateLog documents,
            List<DocumentPolicy> policies) {
        this.tickets = tickets;
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

    /// What a member may do with a document; nothing with one that does not exist.
    Access accessOf(MemberId member, DocumentId document) {
        return documents
                .subjectOf(document)
                .flatMap(subject ->
                        Optional.ofNullable(policies.get(subject.type()))
                                .map(policy -> policy.accessOf(member, subject)))
                .orElse(Access.NONE);
    }

    /// What a visitor may do with a document.
    Access accessOf(Visitor visitor, DocumentId document) {
        return visitor.mayAskFor(document)
                ? accessOf(visitor.person().member(), document)
                : Access.NONE;
    }

    private Optional<Visitor> withTicket(Tickets.Ticket ticket) {
        return person(ticket.member())
                .map(person -> new Visitor.WithTicket(person, ticket.login(), ticket.document()));
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
