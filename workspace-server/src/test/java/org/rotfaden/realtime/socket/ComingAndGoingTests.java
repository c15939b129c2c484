package org.rotfaden.realtime.socket;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.activity.News;
import org.rotfaden.crdt.SharedDocument;
import org.rotfaden.members.AccessTokens;
import org.rotfaden.members.Logins;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.realtime.Access;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.LiveDocuments;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.rooms.Rooms;
import org.rotfaden.realtime.socket.GatedClient.Kind;
import org.rotfaden.security.LoginId;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.CloseStatus;

/// Somebody comes in or goes while something else happens: each order is forced, none is left to
/// luck.
@WorkspaceTest
class ComingAndGoingTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private AccessTokens tokens;
    @Autowired private LiveDocuments documents;
    @Autowired private UpdateLog log;
    @Autowired private Rooms rooms;
    @Autowired private TransactionTemplate transaction;
    @Autowired private JdbcClient jdbc;

    private GatedDoor door;
    private DocumentId document;
    private Member writer;

    @BeforeEach
    void a_document_behind_a_gate() {
        door = new GatedDoor(workspace);
        writer = association.newcomer(Right.WRITE);
        document = document();
    }

    @AfterEach
    void leave() {
        door.unlock();
        door.open.stop();
    }

    @ParameterizedTest
    @EnumSource
    void whose_right_ends_before_the_stay_is_listed_is_out(Kind kind) throws Exception {
        door.shut();
        GatedClient client = client(kind, writer);
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        door.answer = _ -> Access.NONE;
        door.open.heard(News.of(RightsChanged.of(writer.id())));
        door.unlock();
        entering.join();
        await().until(client::isOut);
        client.write("zu spät ");
        await().until(() -> !rooms.isOpen(document));
        assertThat(title()).doesNotContain("zu spät");
    }

    @ParameterizedTest
    @EnumSource
    void who_logs_out_before_the_stay_is_listed_is_out(Kind kind) throws Exception {
        LoginId login = requireNonNull(association.logIn(writer.id()).login());
        Tickets tickets = workspace.getBean(Tickets.class);
        door.shut();
        GatedClient client =
                new GatedClient(
                        door, kind, document, writer, tickets.seal(tickets.issue(login, document)));
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        workspace.getBean(Logins.class).end(writer.id(), login);
        door.unlock();
        entering.join();
        await().until(client::isOut);
        if (kind == Kind.Y_WEBSOCKET) {
            assertThat(code(client.socket())).isEqualTo(4401);
        }
    }

    /// What she came with is the reason, also where she has no right either.
    @Test
    void who_is_logged_out_before_she_is_let_in_hears_that_and_not_that_she_has_no_right()
            throws Exception {
        LoginId login = requireNonNull(association.logIn(writer.id()).login());
        Tickets tickets = workspace.getBean(Tickets.class);
        String ticket = tickets.seal(tickets.issue(login, document));
        door.answer = _ -> Access.NONE;
        door.shut();
        var client = new GatedClient(door, Kind.Y_WEBSOCKET, document, writer, ticket);
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        workspace.getBean(Logins.class).end(writer.id(), login);
        door.unlock();
        entering.join();
        await().until(client::isOut);
        assertThat(code(client.socket())).isEqualTo(4401);
    }

    @ParameterizedTest
    @EnumSource
    void who_gets_more_before_the_stay_is_listed_may_do_more(Kind kind) throws Exception {
        door.answer = _ -> Access.READ;
        door.shut();
        GatedClient client = client(kind, writer);
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        door.answer = _ -> Access.WRITE;
        door.open.heard(News.of(RightsChanged.of(writer.id())));
        door.unlock();
        entering.join();
        client.write("doch ");
        await().untilAsserted(() -> assertThat(title()).contains("doch"));
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_closes_while_somebody_enters_leaves_no_stay_behind(Kind kind)
            throws Exception {
        door.shut();
        GatedClient client = client(kind, writer);
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        client.socket().close(CloseStatus.GOING_AWAY);
        door.unlock();
        entering.join();
        assertThat(door.open.inDocuments()).isZero();
        await().until(() -> !rooms.isOpen(document));
    }

    @ParameterizedTest
    @EnumSource
    void a_server_that_gives_up_on_somebody_who_enters_leaves_no_stay_behind(Kind kind)
            throws Exception {
        door.shut();
        GatedClient client = client(kind, writer);
        Thread entering = Thread.ofVirtual().start(client::enter);
        assertThat(code(client.socket())).isEqualTo(4408);
        door.unlock();
        entering.join();
        await().until(() -> !rooms.isOpen(document));
    }

    @ParameterizedTest
    @EnumSource
    void a_document_that_is_gone_while_somebody_enters_holds_no_stay(Kind kind) throws Exception {
        door.shut();
        GatedClient client = client(kind, writer);
        Thread entering = Thread.ofVirtual().start(client::enter);
        await().until(() -> door.asked.get() == 1);
        jdbc.sql("delete from live_document where id = ?").param(document.value()).update();
        door.unlock();
        entering.join();
        await().until(client::isOut);
        await().until(() -> !rooms.isOpen(document));
    }

    @Test
    void who_opens_a_document_once_more_is_not_thrown_out_by_what_ends_the_first_stay() {
        GatedClient client = client(Kind.HOCUSPOCUS, writer);
        client.enter();
        Stay first = client.stay();
        client.authenticate();
        first.participant().end(Ending.RIGHT_LOST);
        client.write("noch da ");
        await().untilAsserted(() -> assertThat(title()).contains("noch da"));
        assertThat(client.isOut()).isFalse();
    }

    /// How a connection that broke ends is the same for the door as an orderly end.
    @ParameterizedTest
    @EnumSource
    void what_was_written_before_the_end_is_kept(Kind kind) {
        for (CloseStatus end : List.of(CloseStatus.NORMAL, CloseStatus.NO_CLOSE_FRAME)) {
            for (int updates : List.of(1, 20, 200)) {
                String word = end.getCode() + "." + updates;
                expectAll(kind, word, updates, client -> client.socket().close(end));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_was_written_before_a_right_ends_is_kept_and_nothing_after_it(Kind kind) {
        expectAll(
                kind,
                "vorher",
                20,
                client -> {
                    client.stay().participant().end(Ending.RIGHT_LOST);
                    client.write("nachher ");
                });
        assertThat(title()).doesNotContain("nachher");
    }

    /// Nobody told it: what it knew before counts no more, whichever thread goes on first.
    @ParameterizedTest
    @EnumSource
    void whose_right_ended_while_the_server_stood_still_says_and_hears_nothing_more(Kind kind) {
        GatedClient client = client(kind, writer);
        enterAndAsk(client);
        GatedClient other = client(Kind.HOCUSPOCUS, association.newcomer(Right.WRITE));
        other.enter();
        door.answer = member -> member.equals(writer.id()) ? Access.NONE : Access.WRITE;
        door.server.standStill(Duration.ofSeconds(3));
        other.write("geheim ");
        await().untilAsserted(() -> assertThat(title()).contains("geheim"));
        assertThat(heardBy(client)).doesNotContain("geheim");
        client.write("zu spät ");
        await().until(client::isOut);
        assertThat(title()).doesNotContain("zu spät");
        assertThat(heardBy(client)).doesNotContain("geheim");
        assertThat(other.isOut()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void who_says_nothing_after_a_standstill_is_asked_about_too(Kind kind) {
        GatedClient goes = client(kind, writer);
        enterAndAsk(goes);
        GatedClient stays = client(kind, association.newcomer(Right.WRITE));
        enterAndAsk(stays);
        door.answer = member -> member.equals(writer.id()) ? Access.NONE : Access.WRITE;
        door.server.standStill(Duration.ofSeconds(3));
        var late = client(Kind.HOCUSPOCUS, association.newcomer(Right.WRITE));
        late.enter();
        late.write("geheim ");
        await().untilAsserted(() -> assertThat(title()).contains("geheim"));
        door.open.stoodStill();
        await().until(goes::isOut);
        await().untilAsserted(() -> assertThat(heardBy(stays)).contains("geheim"));
        assertThat(heardBy(goes)).doesNotContain("geheim");
    }

    /// She hears from now on what others write.
    private static void enterAndAsk(GatedClient client) {
        client.enter();
        int before = client.socket().heard.size();
        client.ask();
        await().until(() -> client.socket().heard.size() >= before + 2);
    }

    /// A machine that was busy for a second costs one question, not one for each who is here.
    @Test
    void where_nothing_was_missed_nobody_is_asked_about() {
        GatedClient stays = client(Kind.HOCUSPOCUS, writer);
        enterAndAsk(stays);
        when(door.watch.hasHeardAll()).thenReturn(true);
        int before = door.asked.get();
        door.server.standStill(Duration.ofSeconds(3));
        door.open.stoodStill();
        stays.write("weiter ");
        await().untilAsserted(() -> assertThat(title()).contains("weiter"));
        assertThat(door.asked.get()).isEqualTo(before);
    }

    /// Nobody is put out for that; a second later it is asked again.
    @Test
    void where_nobody_answers_after_a_standstill_it_is_asked_later() {
        GatedClient goes = client(Kind.HOCUSPOCUS, writer);
        enterAndAsk(goes);
        when(door.watch.hasHeardAll())
                .thenThrow(new QueryTimeoutException("on purpose"))
                .thenReturn(false);
        door.answer = _ -> Access.NONE;
        door.server.standStill(Duration.ofSeconds(3));
        door.open.stoodStill();
        await().until(goes::isOut);
    }

    private static String heardBy(GatedClient client) {
        return client.socket().heard.stream()
                .map(frame -> new String(frame, StandardCharsets.ISO_8859_1))
                .collect(Collectors.joining());
    }

    @Test
    void whoever_changes_rights_waits_for_no_answer() {
        GatedClient client = client(Kind.HOCUSPOCUS, writer);
        client.enter();
        door.shut();
        door.answer = _ -> Access.NONE;
        Thread command =
                Thread.ofVirtual()
                        .start(() -> door.open.heard(News.of(RightsChanged.of(writer.id()))));
        await().until(() -> !command.isAlive());
        assertThat(client.isOut()).isFalse();
        door.unlock();
        await().until(client::isOut);
    }

    @Test
    void one_of_whom_nobody_can_say_what_she_may_harms_nobody_else() {
        Member other = association.newcomer(Right.WRITE);
        List<GatedClient> clients =
                Stream.of(writer, other, writer)
                        .map(member -> client(Kind.Y_WEBSOCKET, member))
                        .toList();
        clients.forEach(GatedClient::enter);
        int before = door.asked.get();
        door.answer =
                member -> {
                    if (member.equals(other.id())) {
                        throw new IllegalStateException("on purpose");
                    }
                    return Access.NONE;
                };
        door.open.heard(News.of(RightsChanged.ofEverybody()));
        for (GatedClient client : clients) {
            assertThat(code(client.socket()))
                    .isEqualTo(client.member().equals(other) ? 1013 : 4403);
        }
        assertThat(door.asked.get() - before).isEqualTo(2);
    }

    @Test
    void one_connection_that_fails_keeps_no_other_from_being_ended_now_or_later() {
        List<GatedClient> clients =
                Stream.generate(() -> client(Kind.HOCUSPOCUS, writer)).limit(8).toList();
        clients.forEach(GatedClient::enter);
        GatedClient failing = clients.get(3);
        failing.socket().broken = true;
        door.clock.show(door.clock.instant().plus(Duration.ofDays(400)));
        await().until(() ->
                clients.stream().allMatch(client -> client.equals(failing) || client.isOut()));
        PretendSocket silent = new PretendSocket(door.handler, GatedClient.HOCUSPOCUS);
        silent.open();
        assertThat(code(silent)).isEqualTo(4408);
        assertThat(code(failing.socket())).isEqualTo(1011);
    }

    @Test
    void one_connection_that_fails_keeps_no_other_from_being_logged_out() {
        String token = association.tokenOf(writer);
        List<GatedClient> clients =
                Stream.generate(() ->
                                new GatedClient(door, Kind.HOCUSPOCUS, document, writer, token))
                        .limit(8)
                        .toList();
        clients.forEach(GatedClient::enter);
        GatedClient failing = clients.get(3);
        failing.socket().broken = true;
        tokens.revoke(writer.id(), tokens.of(writer.id()).getFirst().id());
        door.open.heard(News.of(RightsChanged.of(writer.id())));
        await().untilAsserted(() ->
                assertThat(clients).allMatch(client -> client.equals(failing) || client.isOut()));
    }

    /// Holds the room while somebody writes and goes, so that nothing is done before she has gone.
    private void expectAll(Kind kind, String word, int updates, Consumer<GatedClient> goes) {
        GatedClient client = client(kind, writer);
        client.enter();
        GatedClient witness = client(Kind.HOCUSPOCUS, association.clara());
        witness.enter();
        witness.ask();
        CountDownLatch gate = hold();
        for (int number = 0; number < updates; number++) {
            client.write(written(word, number));
        }
        goes.accept(client);
        gate.countDown();
        for (int number = 0; number < updates; number++) {
            String each = written(word, number);
            await().untilAsserted(() -> assertThat(witness.title()).contains(each));
            assertThat(title()).contains(each);
        }
        await().untilAsserted(() -> assertThat(logged()).contains(written(word, updates - 1)));
        witness.socket().close(CloseStatus.NORMAL);
    }

    private GatedClient client(Kind kind, Member member) {
        return new GatedClient(door, kind, document, member, association.tokenOf(member));
    }

    private static String written(String word, int number) {
        return "«" + word + "." + number + "»";
    }

    /// Lets the room do nothing else until the latch is down.
    private CountDownLatch hold() {
        var reached = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        var _ =
                rooms.read(
                        document,
                        null,
                        _ -> {
                            reached.countDown();
                            return awaited(gate);
                        });
        awaited(reached);
        return gate;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private DocumentId document() {
        DocumentId id = DocumentId.random();
        transaction.executeWithoutResult(_ ->
                log.create(id, GatedDoor.subject(), GatedClient.content("Busse"), writer.id()));
        return id;
    }

    private String title() {
        return documents.read(document, MemberId.random()).plainTitle();
    }

    private String logged() {
        try (SharedDocument copy = SharedDocument.empty()) {
            log.after(document, 0).forEach(update -> copy.apply(update.bytes()));
            return copy.text("title");
        }
    }

    private static int code(PretendSocket socket) {
        return socket.closed.orTimeout(10, TimeUnit.SECONDS).join().getCode();
    }
}
