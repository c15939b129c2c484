package org.rotfaden.crdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rotfaden.crdt.internal.Native;

class NativeLibraryTests {

    private static final Path CRATE = Path.of("native");

    @Test
    void the_library_was_built_from_the_sources_beside_it() throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        for (String name : sources()) {
            byte[] bytes = Files.readAllBytes(CRATE.resolve(name));
            hash.update((name + "\0" + bytes.length + "\0").getBytes(StandardCharsets.UTF_8));
            hash.update(bytes);
        }
        assertThat(new String(Native.sourcesHash(), StandardCharsets.US_ASCII))
                .as("run crdt/native/build --install")
                .isEqualTo(HexFormat.of().formatHex(hash.digest()));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> files = Files.list(CRATE.resolve("src"))) {
            return Stream.concat(
                            Stream.of("Cargo.toml", "Cargo.lock", "build.rs"),
                            files.map(file -> "src/" + file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
