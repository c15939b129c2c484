package org.rotfaden.attachments;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rotfaden.attachments.SampleFile.bytes;
import static org.rotfaden.attachments.SampleFile.photo;
import static org.rotfaden.attachments.SampleFile.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rotfaden.Association;
import org.rotfaden.AtTheSameMoment;
import org.rotfaden.AtTheSameMoment.Outcome;
import org.rotfaden.MovableClock;
import org.rotfaden.OwnBeans;
import org.rotfaden.WorkspaceTest;
import org.rotfaden.attachments.Downloads.Download;
import org.rotfaden.attachments.Uploads.Upload;
import org.rotfaden.members.Members;
import org.rotfaden.members.Right;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/// The life of a file, against a real database.
@WorkspaceTest
class AttachmentsTests {

    /// Envelopes, which those read to whom they are open.
    private static final class Envelopes implements AttachmentHolders {

        private final Set<MemberId> readers = ConcurrentHashMap.newKeySet();

        @Override
        public String type() {
            return "envelope";
        }

        @Override
        public boolean isReadable(MemberId reader, Subject holder) {
            return readers.contains(reader);
        }
    }

    @Autowired private ApplicationContext workspace;
    @Autowired private Association association;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;
    @Autowired private UnclaimedAttachments unclaimed;
    @Autowired private Members members;
    @Autowired private Uploads uploads;
    @Autowired private Attachments whole;

    private final Envelopes envelopes = new Envelopes();
    private MemberId anna;
    private MemberId bekir;
    private Subject envelope;
    private Attachments attachments;
    private Downloads downloads;

    @BeforeEach
    void two_members_and_an_envelope() {
        anna = association.newcomer(Right.WRITE).id();
        bekir = association.newcomer(Right.WRITE).id();
        envelope = new Subject("envelope", UUID.randomUUID());
        OwnBeans own = own(limits(10, 100));
        attachments = own.get(Attachments.class);
        downloads = own.get(Downloads.class);
    }

    @Test
    void a_file_comes_back_as_it_was_sent() throws IOException {
        byte[] text = new byte[200_000];
        var random = new Random(5);
        for (int at = 0; at < text.length; at++) {
            text[at] = (byte) random.nextInt('a', 'z');
        }
        Attachment file = take(anna, "Protokoll.md", text);
        assertThat(file.name()).isEqualTo("Protokoll.md");
        assertThat(file.kind()).isEqualTo(AttachmentKind.TEXT);
        assertThat(file.size()).isEqualTo(text.length);
        assertThat(content(anna, file)).isEqualTo(text);
        assertThat(attachments.get(anna, file.id()))
                .usingRecursiveComparison()
                .ignoringFields("uploaded") // the database knows no shorter time
                .isEqualTo(file);
        assertThat(
                        jdbc.sql(
                                        "select max(length(bytes)) from attachment_piece where"
                                                + " attachment_id = ?")
                                .param(file.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(Shelf.PIECE);
    }

    @Test
    void a_photo_is_kept_without_the_place_it_was_taken_at() throws IOException {
        Attachment file = take(anna, "IMG_1.JPG", photo(6));
        assertThat(SampleFile.text(content(anna, file)))
                .contains("Exif")
                .doesNotContain(SampleFile.SECRET);
        assertThat(file.extent()).isEqualTo(new Attachment.Extent(40, 20));
        assertThat(file.hash()).hasSize(64).isNotEqualTo(take(anna, "x", photo(1)).hash());
    }

    @Test
    void what_is_unclaimed_is_its_owner_s_alone() {
        Attachment file = take(anna, "Entwurf", bytes("x"));
        assertThat(attachments.find(anna, file.id())).isPresent();
        assertThat(attachments.find(bekir, file.id())).isEmpty();
        assertThatThrownBy(() -> downloads.open(bekir, file.id()))
                .hasMessage("ATTACHMENT_NOT_FOUND");
        assertThatThrownBy(() -> attachments.discard(bekir, file.id()))
                .hasMessage("ATTACHMENT_NOT_FOUND");
        attachments.discard(anna, file.id());
        assertThatThrownBy(() -> attachments.get(anna, file.id()))
                .hasMessage("ATTACHMENT_NOT_FOUND");
        assertThat(pieces(file)).isZero();
    }

    @Test
    void who_may_read_what_holds_a_file_reads_the_file_as_long_as_she_may() throws IOException {
        Attachment file = take(anna, "Brief", bytes("x"));
        claim(anna, envelope, file);
        assertThat(attachments.find(anna, file.id())).as("nobody else decides").isEmpty();
        envelopes.readers.add(bekir);
        assertThat(content(bekir, file)).isEqualTo(bytes("x"));
        envelopes.readers.clear();
        assertThatThrownBy(() -> downloads.open(bekir, file.id()))
                .hasMessage("ATTACHMENT_NOT_FOUND");
    }

    @Test
    void what_an_unknown_thing_holds_nobody_reads() {
        Attachment file = take(anna, "Brief", bytes("x"));
        claim(anna, new Subject("nothing", UUID.randomUUID()), file);
        envelopes.readers.add(anna);
        assertThat(attachments.find(anna, file.id())).isEmpty();
    }

    @Test
    void things_hold_files_in_the_order_in_which_they_were_given() {
        List<Attachment> files =
                Stream.of("1", "2", "3", "4").map(name -> take(anna, name, bytes("x"))).toList();
        claim(anna, envelope, files.get(2), files.get(0), files.get(2));
        claim(anna, envelope, files.get(1));
        var other = new Subject("envelope", UUID.randomUUID());
        claim(anna, other, files.get(3));
        var empty = new Subject("envelope", UUID.randomUUID());
        var held = attachments.at(List.of(envelope, other, empty, other));
        assertThat(held).containsOnlyKeys(envelope, other, empty);
        assertThat(held.get(envelope))
                .extracting(Attachment::name)
                .containsExactly("3.txt", "1.txt", "2.txt");
        assertThat(held.get(other)).extracting(Attachment::holder).containsExactly(other);
        assertThat(held.get(empty)).isEmpty();
        assertThat(attachments.at(List.of())).isEmpty();
    }

    @Test
    void nobody_claims_what_is_another_s_or_claimed_or_not_there_and_then_nothing_is() {
        Attachment mine = take(anna, "mein", bytes("x"));
        Attachment hers = take(bekir, "ihr", bytes("x"));
        assertThatThrownBy(() -> claim(anna, envelope, mine, hers))
                .hasMessage("ATTACHMENT_NOT_FOUND");
        assertThat(attachments.at(List.of(envelope)).get(envelope)).isEmpty();
        claim(anna, envelope, mine);
        assertThatThrownBy(() -> claim(anna, envelope, mine)).hasMessage("ATTACHMENT_NOT_FOUND");
        envelopes.readers.add(anna);
        assertThatThrownBy(() -> attachments.discard(anna, mine.id()))
                .hasMessage("ATTACHMENT_IN_USE");
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ ->
                                attachments.claim(List.of(AttachmentId.random()), anna, envelope)))
                .hasMessage("ATTACHMENT_NOT_FOUND");
        assertThatThrownBy(() -> whole.claim(List.of(mine.id()), anna, envelope))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void of_two_who_claim_a_file_at_once_one_gets_it() {
        Attachment file = take(anna, "x", bytes("x"));
        Attachment other = take(anna, "y", bytes("x"));
        var elsewhere = new Subject("envelope", UUID.randomUUID());
        Callable<Boolean> first = () -> claimInside(envelope, file, other);
        Callable<Boolean> second = () -> claimed(elsewhere, other, file);
        List<Outcome<Boolean>> outcomes =
                new AtTheSameMoment(workspace).all(first, List.of(second));
        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(outcomes.getLast().refusal()).contains("ATTACHMENT_NOT_FOUND");
        assertThat(attachments.at(List.of(envelope)).get(envelope)).hasSize(2);
        assertThat(attachments.at(List.of(elsewhere)).get(elsewhere)).isEmpty();
    }

    @Test
    void nothing_holds_more_files_than_it_can_whoever_comes_at_once() {
        List<Attachment> files =
                IntStream.range(0, 11).mapToObj(at -> take(anna, "x" + at, bytes("x"))).toList();
        assertThatThrownBy(() -> claim(anna, envelope, files.toArray(Attachment[]::new)))
                .hasMessage("TOO_MANY_ATTACHMENTS");
        Attachment[] six = files.subList(0, 6).toArray(Attachment[]::new);
        Attachment[] five = files.subList(6, 11).toArray(Attachment[]::new);
        List<Outcome<Boolean>> outcomes =
                new AtTheSameMoment(workspace)
                        .all(
                                () -> claimInside(envelope, six),
                                List.of(() -> claimed(envelope, five)));
        assertThat(outcomes.getLast().refusal()).contains("TOO_MANY_ATTACHMENTS");
        assertThat(attachments.at(List.of(envelope)).get(envelope)).hasSize(6);
    }

    @Test
    void what_nothing_holds_is_gone_after_a_day() {
        Instant now = clock.instant();
        Attachment stays = take(anna, "x", bytes("x"));
        claim(anna, envelope, stays);
        List<Attachment> go = new ArrayList<>();
        for (int each = 0; each < 60; each++) {
            go.add(insert(anna, now));
        }
        clock.show(now.plus(Duration.ofHours(23)));
        Attachment fresh = insert(anna, clock.instant());
        unclaimed.remove();
        assertThat(attachments.ofMember(anna)).hasSize(62);
        clock.show(now.plus(Duration.ofDays(1)).plusSeconds(10));
        unclaimed.remove();
        assertThat(attachments.ofMember(anna))
                .extracting(Attachment::id)
                .containsExactlyInAnyOrder(stays.id(), fresh.id());
        assertThat(pieces(go.getFirst())).isZero();
    }

    @Test
    void what_is_just_being_claimed_does_not_go() {
        Instant now = clock.instant();
        Attachment file = take(anna, "x", bytes("x"));
        clock.show(now.plus(Duration.ofDays(2)));
        new AtTheSameMoment(workspace)
                .meanwhile(
                        () -> claimInside(envelope, file),
                        () -> {
                            unclaimed.remove();
                            return true;
                        });
        assertThat(attachments.at(List.of(envelope)).get(envelope)).hasSize(1);
    }

    @Test
    void with_what_held_them_files_go() throws IOException {
        Attachment file = take(anna, "x", bytes("x"));
        claim(anna, envelope, file);
        envelopes.readers.add(anna);
        try (Download open = downloads.open(anna, file.id())) {
            attachments.remove(envelope);
            assertThatThrownBy(() -> open.writeTo(OutputStream.nullOutputStream()))
                    .isInstanceOf(EOFException.class);
        }
        assertThat(attachments.ofMember(anna)).isEmpty();
        assertThat(pieces(file)).isZero();
    }

    @Test
    void one_takes_along_all_that_is_one_s_own() {
        Attachment first = take(anna, "1", bytes("x"));
        Attachment second = take(anna, "2", bytes("x"));
        claim(anna, envelope, second);
        assertThat(attachments.ofMember(anna))
                .extracting(Attachment::id)
                .containsExactly(first.id(), second.id());
        assertThat(attachments.ofMember(bekir)).isEmpty();
    }

    @Test
    void a_file_one_byte_too_large_is_read_no_further_than_that() {
        Uploads small = own(limits(1, 100)).get(Uploads.class);
        var endless = new Endless();
        assertThatThrownBy(() -> small.take(new Upload(anna, "x", -1, endless)))
                .hasMessage("FILE_TOO_LARGE");
        assertThat(endless.read).isBetween(1_048_577, 1_048_577 + 16_384);
        var said = new Endless();
        assertThatThrownBy(() -> small.take(new Upload(anna, "x", 1_048_577, said)))
                .hasMessage("FILE_TOO_LARGE");
        assertThat(said.read).isZero();
    }

    @Test
    void what_comes_too_slowly_is_given_up() {
        var slow =
                new InputStream() {

                    @Override
                    public int read() {
                        clock.show(clock.instant().plus(Duration.ofMinutes(1)));
                        return 'x';
                    }

                    @Override
                    public int read(byte[] into, int from, int most) {
                        into[from] = (byte) read();
                        return 1;
                    }
                };
        assertThatThrownBy(() -> uploads.take(new Upload(anna, "x", -1, slow)))
                .hasMessage("TOO_SLOW");
        assertThat(attachments.ofMember(anna)).isEmpty();
    }

    @Test
    void what_goes_too_slowly_is_given_up() throws IOException {
        Attachment file = take(anna, "x", bytes("x".repeat(200_000)));
        var slow =
                new OutputStream() {

                    @Override
                    public void write(int one) {
                        clock.show(clock.instant().plus(Duration.ofMinutes(10)));
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        write(0);
                    }
                };
        try (Download open = downloads.open(anna, file.id())) {
            assertThatThrownBy(() -> open.writeTo(slow)).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void who_may_read_it_no_more_does_not_get_the_rest() throws IOException {
        Attachment file = take(anna, "x", bytes("x".repeat(2 << 20)));
        claim(anna, envelope, file);
        envelopes.readers.add(bekir);
        var written = new ByteArrayOutputStream();
        var losing =
                new FilterOutputStream(written) {

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        envelopes.readers.clear();
                        written.write(bytes, from, length);
                    }
                };
        try (Download open = downloads.open(bekir, file.id())) {
            assertThatThrownBy(() -> open.writeTo(losing)).isInstanceOf(EOFException.class);
        }
        assertThat(written.size()).isBetween(1, 1 << 20);
    }

    @Test
    void a_member_uploads_no_more_than_her_share_until_she_uses_it() {
        Uploads few = own(new Limits(1, 1L << 30, 40)).get(Uploads.class);
        byte[] half = bytes("x".repeat(20 << 10));
        Attachment first = take(few, anna, "1", half);
        take(few, anna, "2", half);
        assertThatThrownBy(() -> take(few, anna, "3", half)).hasMessage("FILES_UNUSED");
        take(few, bekir, "4", half);
        claim(anna, envelope, first);
        take(few, anna, "5", bytes("x".repeat(10 << 10)));
        assertThatThrownBy(() -> take(few, anna, "6", half))
                .as("what does not fit into the rest")
                .hasMessage("FILES_UNUSED");
        assertThat(attachments.ofMember(anna)).hasSize(3);
    }

    @Test
    void an_association_that_is_full_takes_no_more() {
        long now =
                jdbc.sql("select coalesce(sum(size), 0) from attachment")
                        .query(Long.class)
                        .single();
        long most = now / 1024 + 40;
        Uploads full = own(new Limits(1, most, 1_000)).get(Uploads.class);
        byte[] file = bytes("x".repeat(30 << 10));
        Attachment first = take(full, anna, "1", file);
        assertThatThrownBy(() -> take(full, bekir, "2", file)).hasMessage("FILES_FULL");
        assertThat(attachments.ofMember(bekir)).isEmpty();
        take(full, bekir, "3", bytes("x".repeat(9 << 10)));
        attachments.discard(anna, first.id());
        take(full, bekir, "4", file);
    }

    @Test
    void two_who_come_at_once_do_not_get_the_last_room_twice() {
        long now =
                jdbc.sql("select coalesce(sum(size), 0) from attachment")
                        .query(Long.class)
                        .single();
        Uploads full = own(new Limits(1, now / 1024 + 40, 1_000)).get(Uploads.class);
        byte[] file = bytes("x".repeat(30 << 10));
        List<Outcome<Attachment>> outcomes =
                new AtTheSameMoment(workspace)
                        .all(
                                () -> take(full, anna, "1", file),
                                List.of(() -> take(full, bekir, "2", file)));
        assertThat(outcomes.getFirst().succeeded()).isTrue();
        assertThat(outcomes.getLast().refusal()).contains("FILES_FULL");
    }

    @Test
    void who_may_only_read_uploads_nothing() {
        MemberId reader = association.newcomer(Right.READ).id();
        var endless = new Endless();
        assertThatThrownBy(() -> uploads.take(new Upload(reader, "x", -1, endless)))
                .hasMessage("MAY_ONLY_READ");
        assertThat(endless.read).isZero();
    }

    @Test
    void a_file_whose_owner_may_no_longer_upload_when_it_has_come_is_not_kept() {
        var file =
                new ByteArrayInputStream(bytes("x")) {

                    @Override
                    public int read(byte[] into) {
                        members.changeRight(association.anna().id(), anna, Right.READ);
                        return super.read(into, 0, into.length);
                    }
                };
        assertThatThrownBy(() -> uploads.take(new Upload(anna, "x", 1, file)))
                .hasMessage("MAY_ONLY_READ");
        assertThat(attachments.ofMember(anna)).isEmpty();
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        assertThatThrownBy(() -> take(anna, "x", bytes("<svg/>"))).hasMessage("KIND_NOT_TAKEN");
        assertThatThrownBy(() -> take(anna, "x", Arrays.copyOf(picture("png", 4, 4), 50)))
                .hasMessage("UNREADABLE_FILE");
        assertThat(attachments.ofMember(anna)).isEmpty();
        assertThat(new java.io.File(System.getProperty("java.io.tmpdir")).list())
                .noneMatch(name -> name.startsWith("rotfaden") && name.endsWith(".upload"));
    }

    private static final class Endless extends InputStream {

        private int read;

        @Override
        public int read() {
            read++;
            return 'x';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            Arrays.fill(into, from, from + most, (byte) read());
            read += most - 1;
            return most;
        }
    }

    /// @param file in MB
    /// @param all in kB
    /// @param unclaimedOfOne in kB
    private record Limits(long file, long all, long unclaimedOfOne) {

        AttachmentLimits asSettings() {
            return new AttachmentLimits(
                    DataSize.ofMegabytes(file),
                    10,
                    DataSize.ofKilobytes(unclaimedOfOne),
                    DataSize.ofKilobytes(all),
                    Duration.ofDays(1),
                    Duration.ofMinutes(15));
        }
    }

    private static Limits limits(long file, long gigabytes) {
        return new Limits(file, gigabytes << 20, 100 << 10);
    }

    private OwnBeans own(Limits limits) {
        var own = new OwnBeans(workspace);
        own.put("envelopes", envelopes);
        own.put("limits", limits.asSettings());
        own.put("clock", clock);
        own.make(Attachments.class, Downloads.class, Uploads.class, Shelf.class);
        return own;
    }

    private Attachment take(MemberId owner, String name, byte[] file) {
        return take(uploads, owner, name, file);
    }

    private Attachment take(Uploads uploads, MemberId owner, String name, byte[] file) {
        var upload = new Upload(owner, name, file.length, new ByteArrayInputStream(file));
        return requireNonNull(
                transaction.execute(_ -> {
                    try {
                        return uploads.take(upload);
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                }));
    }

    /// A small file of some time, without the pace of its owner.
    private Attachment insert(MemberId owner, Instant uploaded) {
        var rows = workspace.getBean(AttachmentRows.class);
        var file =
                new Attachment(
                        AttachmentId.random(),
                        owner,
                        "x.txt",
                        AttachmentKind.TEXT,
                        "text/plain",
                        1,
                        "00",
                        null,
                        uploaded,
                        null);
        rows.add(file);
        rows.addPiece(file.id(), 0, bytes("x"));
        return file;
    }

    private void claim(MemberId by, Subject holder, Attachment... files) {
        transaction.executeWithoutResult(_ -> attachments.claim(ids(files), by, holder));
    }

    private boolean claimInside(Subject holder, Attachment... files) {
        attachments.claim(ids(files), anna, holder);
        return true;
    }

    private boolean claimed(Subject holder, Attachment... files) {
        claim(anna, holder, files);
        return true;
    }

    private static List<AttachmentId> ids(Attachment... files) {
        return Stream.of(files).map(Attachment::id).toList();
    }

    private byte[] content(MemberId reader, Attachment file) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Download open = downloads.open(reader, file.id())) {
            open.writeTo(out);
        }
        return out.toByteArray();
    }

    private int pieces(Attachment file) {
        return jdbc.sql("select count(*) from attachment_piece where attachment_id = ?")
                .param(file.id().value())
                .query(Integer.class)
                .single();
    }
}
