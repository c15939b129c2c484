package org.rotfaden.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rotfaden.Association;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.crdt.protocol.HocuspocusMessage;
import org.rotfaden.members.Member;
import org.rotfaden.members.Right;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.UpdateLog;
import org.rotfaden.realtime.rooms.Ending;
import org.rotfaden.realtime.socket.GatedClient.Kind;
import org.rotfaden.security.MemberId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.socket.CloseStatus;

/// Somebody comes, and there is no room for her now.
@WorkspaceTest
class FullHouseTests {

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private UpdateLog log;
    @Autowired private TransactionTemplate transaction;

    private final List<GatedDoor> doors = new ArrayList<>();

    @AfterEach
    void leave() {
        doors.forEach(door -> door.open.stop());
    }

    @ParameterizedTest
    @EnumSource
    void a_member_has_a_bounded_number_of_connections_and_others_come_in(Kind kind) {
        GatedDoor door = door("connections-of-one-member", "2");
        DocumentId document = document();
        Member bekir = association.newcomer(Right.WRITE);
        GatedClient first = entered(door, kind, document, bekir);
        GatedClient second = entered(door, kind, document, bekir);
        GatedClient third = entered(door, kind, document, bekir);
        await().until(third.socket()::isClosed);
        assertThat(third.socket().closed.join().getCode()).isEqualTo(1013);
        assertThat(third.socket().stays()).isEmpty();
        assertThat(first.socket().stays()).hasSize(1);
        assertThat(second.socket().stays()).hasSize(1);
        assertThat(
                        entered(door, kind, document, association.newcomer(Right.WRITE))
                                .socket()
                                .stays())
                .hasSize(1);
        first.socket().close(CloseStatus.NORMAL);
        assertThat(entered(door, kind, document, bekir).socket().stays()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void where_no_document_can_be_opened_whoever_comes_shall_come_back_later(Kind kind) {
        GatedDoor door = door("documents-in-memory", "1B");
        GatedClient client = entered(door, kind, document(), association.newcomer(Right.WRITE));
        await().until(client.socket()::isClosed);
        assertThat(client.socket().closed.join().getCode()).isEqualTo(1013);
    }

    @Test
    void a_document_over_the_bound_leaves_the_others_of_its_connection_alone() {
        GatedDoor door = door("documents-per-connection", "1");
        Member bekir = association.newcomer(Right.WRITE);
        GatedClient client = entered(door, Kind.HOCUSPOCUS, document(), bekir);
        client.socket()
                .say(
                        new HocuspocusMessage.Auth(
                                document().toString(),
                                new HocuspocusMessage.Token(client.token(), null)));
        assertThat(client.isOut()).isTrue();
        assertThat(client.socket().stays()).hasSize(1);
    }

    @Test
    void a_document_for_which_there_is_no_room_leaves_the_others_of_its_connection_alone() {
        GatedDoor door = door("documents-per-connection", "2");
        Member bekir = association.newcomer(Right.WRITE);
        GatedClient client = entered(door, Kind.HOCUSPOCUS, document(), bekir);
        Stay first = client.stay();
        client.socket()
                .say(
                        new HocuspocusMessage.Auth(
                                document().toString(),
                                new HocuspocusMessage.Token(client.token(), null)));
        assertThat(client.isOut()).isFalse();
        client.socket().stays().stream()
                .filter(stay -> !stay.equals(first))
                .forEach(stay -> stay.participant().end(Ending.NO_ROOM));
        assertThat(client.isOut()).isTrue();
        assertThat(client.socket().stays()).containsExactly(first);
        first.participant().end(Ending.NO_ROOM);
        await().until(client.socket()::isClosed);
        assertThat(client.socket().closed.join().getCode()).isEqualTo(1013);
    }

    @Test
    void who_enters_once_more_keeps_her_place_until_then() {
        GatedDoor door = door("documents-per-connection", "1");
        Member bekir = association.newcomer(Right.WRITE);
        GatedClient client = entered(door, Kind.HOCUSPOCUS, document(), bekir);
        Stay before = client.stay();
        int asked = door.asked.get();
        door.shut();
        var entering = CompletableFuture.runAsync(client::authenticate, Thread::startVirtualThread);
        await().until(() -> door.asked.get() > asked);
        assertThat(client.socket().stays()).containsExactly(before);
        door.unlock();
        entering.orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(client.socket().stays()).hasSize(1).doesNotContain(before);
        assertThat(before.participant().hasEnded()).isTrue();
        assertThat(client.isOut()).isFalse();
    }

    private GatedDoor door(String limit, String value) {
        var door = new GatedDoor(workspace, Map.of(limit, value));
        doors.add(door);
        return door;
    }

    private GatedClient entered(GatedDoor door, Kind kind, DocumentId document, Member member) {
        var client = new GatedClient(door, kind, document, member, association.tokenOf(member));
        client.enter();
        return client;
    }

    private DocumentId document() {
        DocumentId document = DocumentId.random();
        transaction.executeWithoutResult(_ ->
                log.create(
                        document,
                        GatedDoor.subject(),
                        GatedClient.content("Busse"),
                        MemberId.random()));
        return document;
    }
}
