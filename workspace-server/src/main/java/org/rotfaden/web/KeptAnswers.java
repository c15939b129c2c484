package org.rotfaden.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.rotfaden.security.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What programs were answered, for those who ask once more because the answer was lost on the way.
/// It is written down in the transaction of what was done: both are there, or neither.
@Component
class KeptAnswers {

    static final Duration KEPT_FOR = Duration.ofHours(24);

    /// So many of a member are kept at the most; the oldest go.
    static final int MOST = 1000;

    /// In bytes. What is longer is told again without its body.
    private static final int LONGEST = 64 * 1024;

    private static final byte[] NOTHING = {};

    /// A request, and how it is answered.
    interface Request {

        /// The same for the same request.
        byte[] hash() throws IOException;

        Answer answer() throws IOException, ServletException;
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    private record Kept(byte[] requestHash, Answer answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Answers a request, or tells again what it was answered the first time. What was refused or
    /// failed is tried anew.
    ///
    /// @throws KeyRefused while the first one is being answered, or when it was another request
    @Transactional(rollbackFor = Exception.class)
    Answer once(MemberId member, IdempotencyKey key, Request request)
            throws IOException, ServletException {
        byte[] name = key.nameFor(member);
        hold(name);
        Optional<Kept> kept = find(member, key, name);
        if (kept.isPresent()) {
            if (!MessageDigest.isEqual(kept.get().requestHash(), request.hash())) {
                throw KeyRefused.reused();
            }
            return kept.get().answer();
        }
        Answer answer = request.answer();
        if (answer.isSuccess()) {
            keep(member, key, name, request.hash(), answer);
            clear(member);
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return answer;
    }

    /// Nobody waits: whoever did would keep a connection to the database for nothing.
    private void hold(byte[] name) {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(name).getLong())
                .query(Boolean.class)
                .single()) {
            throw KeyRefused.inUse();
        }
    }

    private Optional<Kept> find(MemberId member, IdempotencyKey key, byte[] name) {
        return jdbc.sql("select * from kept_answer where name = ? and kept_at > ?")
                .params(name, utc(expired()))
                .query((row, _) ->
                        new Kept(
                                row.getBytes("request_hash"),
                                new Answer(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("etag"),
                                        row.getString("content_type"),
                                        key.open(member, row.getBytes("sealed_body")),
                                        true)))
                .optional();
    }

    private void keep(
            MemberId member, IdempotencyKey key, byte[] name, byte[] requestHash, Answer answer) {
        byte[] body = answer.body().length <= LONGEST ? answer.body() : NOTHING;
        jdbc.sql("delete from kept_answer where name = ?").param(name).update();
        jdbc.sql("insert into kept_answer values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(name)
                .param(member.value())
                .param(requestHash)
                .param(answer.status())
                .param(answer.location())
                .param(answer.etag())
                .param(answer.contentType())
                .param(key.seal(member, body))
                .param(utc(clock.instant()))
                .update();
    }

    /// Nobody waits for whoever else does the same.
    private void clear(MemberId member) {
        jdbc.sql(
                        """
                        delete from kept_answer where name in (
                            select name from kept_answer where kept_at <= ? for update skip locked)
                        """)
                .param(utc(expired()))
                .update();
        jdbc.sql(
                        """
                        delete from kept_answer where name in (
                            select name from kept_answer where member_id = ?
                            order by kept_at desc, name offset ? for update skip locked)
                        """)
                .params(member.value(), MOST)
                .update();
    }

    private Instant expired() {
        return clock.instant().minus(KEPT_FOR);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
