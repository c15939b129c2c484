package org.rotfaden.realtime.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rotfaden.activity.Activity;
import org.rotfaden.activity.News;
import org.rotfaden.activity.Told;
import org.rotfaden.activity.Topic;
import org.rotfaden.crdt.protocol.AwarenessUpdate;
import org.rotfaden.crdt.protocol.ClientState;
import org.rotfaden.realtime.DocumentId;
import org.rotfaden.realtime.log.LoggedUpdate;
import org.rotfaden.security.MemberId;
import org.rotfaden.security.RightsChanged;
import org.rotfaden.security.Subject;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// Whatever one node says another one understands, and nothing else.
class WireFormatTests {

    private static final NodeId NODE = NodeId.random();
    private static final DocumentId DOCUMENT = DocumentId.random();

    static List<Class<?>> everythingThatHappens() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Activity.class));
        List<Class<?>> kinds = new ArrayList<>();
        for (BeanDefinition found : scanner.findCandidateComponents("org.rotfaden")) {
            kinds.add(ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null));
        }
        assertThat(kinds).hasSizeGreaterThan(30);
        return kinds;
    }

    @ParameterizedTest
    @MethodSource("everythingThatHappens")
    void whatever_happens_is_understood(Class<?> type) throws ReflectiveOperationException {
        var told =
                new Told(
                        (Activity) sample(type),
                        Instant.parse("2026-11-26T10:15:30.123456Z"),
                        Map.of(Topic.about(Subject.EVERYBODY), 1L << 50));
        expectSame(new BusMessage.Happened(NODE, new News(rights(), 17, List.of(told))));
    }

    @Test
    void what_is_said_of_a_document_is_understood() {
        expectSame(
                new BusMessage.Appended(
                        NODE, DOCUMENT, new LoggedUpdate(1L << 50, new byte[] {1, 2, 3})));
        expectSame(new BusMessage.Advanced(NODE, DOCUMENT, 8));
        expectSame(new BusMessage.PresenceAsked(NODE, DOCUMENT));
        expectSame(
                new BusMessage.Presence(
                        NODE,
                        DOCUMENT,
                        new AwarenessUpdate(
                                List.of(
                                        new ClientState(1L << 52, 3, "{\"ü\":1}"),
                                        new ClientState(4, 5, null)))));
    }

    @Test
    void what_is_too_large_is_not_carried() throws ReflectiveOperationException {
        var one =
                new Told(
                        (Activity) sample(everythingThatHappens().getFirst()),
                        Instant.EPOCH,
                        Map.of());
        List<Told> much = Collections.nCopies(5_000, one);
        assertThat(WireFormat.encode(new BusMessage.Happened(NODE, new News(rights(), 1, much))))
                .isEmpty();
    }

    @Test
    void another_version_and_another_kind_are_left_out() {
        byte[] bytes = encoded(new BusMessage.Advanced(NODE, DOCUMENT, 8));
        byte[] newer = bytes.clone();
        newer[0]++;
        byte[] other = bytes.clone();
        other[1] = 77;
        assertThat(WireFormat.decode(newer)).isEmpty();
        assertThat(WireFormat.decode(other)).isEmpty();
        assertThat(WireFormat.decode(Arrays.copyOf(bytes, 20))).isEmpty();
    }

    @Property
    void any_bytes_are_harmless(@ForAll byte[] bytes, @ForAll byte kind) {
        WireFormat.decode(bytes);
        byte[] known = new byte[bytes.length + 2];
        System.arraycopy(bytes, 0, known, 2, bytes.length);
        known[0] = 1;
        known[1] = kind;
        WireFormat.decode(known);
    }

    /// Only what happens in this workspace is made from its name.
    @Test
    void no_other_class_is_made_because_a_message_names_it() {
        String json =
                """
                {"rights": {"members": [], "rolesAt": [], "belonging": [], "everybody": false},
                "number": 1, "told": [{"what": {"@class": "java.util.ArrayList"}, "at": 1, "versions": {}}]}
                """;
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        byte[] header = encoded(new BusMessage.Happened(NODE, News.of(rights())));
        byte[] message = Arrays.copyOf(header, 18 + content.length);
        System.arraycopy(content, 0, message, 18, content.length);
        assertThat(WireFormat.decode(message)).isEmpty();
    }

    private static void expectSame(BusMessage message) {
        assertThat(WireFormat.decode(encoded(message)))
                .get()
                .usingRecursiveComparison()
                .isEqualTo(message);
    }

    private static byte[] encoded(BusMessage message) {
        return WireFormat.encode(message).orElseThrow();
    }

    private static RightsChanged rights() {
        return RightsChanged.of(MemberId.random())
                .and(RightsChanged.rolesAt(Subject.EVERYBODY))
                .and(RightsChanged.belonging(Subject.ASSOCIATION));
    }

    /// Something of a type, made of samples of its parts.
    private static Object sample(Type type) throws ReflectiveOperationException {
        if (type instanceof ParameterizedType generic) {
            Object part = sample(generic.getActualTypeArguments()[0]);
            Class<?> raw = (Class<?>) generic.getRawType();
            return raw == Optional.class
                    ? Optional.of(part)
                    : raw == Set.class ? Set.of(part) : List.of(part);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == UUID.class) {
            return UUID.randomUUID();
        }
        if (plain == String.class) {
            return "motion";
        }
        if (plain == LocalDate.class) {
            return LocalDate.of(2026, 11, 26);
        }
        if (plain == Instant.class) {
            return Instant.parse("2026-11-26T10:15:30.123456Z");
        }
        if (plain == boolean.class) {
            return true;
        }
        if (plain == int.class) {
            return 3;
        }
        if (plain == long.class) {
            return 1L << 40;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        RecordComponent[] parts = plain.getRecordComponents();
        Object[] samples = new Object[parts.length];
        Class<?>[] types = new Class<?>[parts.length];
        for (int place = 0; place < parts.length; place++) {
            samples[place] = sample(parts[place].getGenericType());
            types[place] = parts[place].getType();
        }
        Constructor<?> constructor = plain.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(samples);
    }
}
