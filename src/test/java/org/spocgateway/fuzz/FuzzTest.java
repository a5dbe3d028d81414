package org.spocgateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.envelope.FuzzDoor;

/**
 * Every input that ever broke something (src/test/resources/fuzz), the genuine ones, and for half a second a target whatever comes of
 * changing them by chance, the same in every run. The long run, which is guided by coverage, is src/test/fuzz/run.
 */
class FuzzTest {
    private static final Path ONCE = Path.of("src/test/resources/fuzz");
    private static final long NANOS = 500_000_000L;
    private static final Duration ONE_MOST = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 16;

    @TempDir
    static Path folder;

    private static FuzzDoor door;

    @BeforeAll
    static void make() throws IOException {
        Seeds.make(folder);
        door = FuzzDoor.with(folder, Seeds.PASSWORD.toCharArray());
    }

    static Stream<String> targets() {
        return Fuzz.TARGETS.keySet().stream();
    }

    @Test
    void every_case_belongs_to_a_target() throws IOException {
        try (Stream<Path> folders = Files.list(ONCE)) {
            assertThat(folders.map(each -> each.getFileName().toString())).isSubsetOf(Fuzz.TARGETS.keySet());
        }
    }

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(ONCE)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_broke_something_once_breaks_nothing_now(Path file) throws IOException {
        byte[] input = Files.readAllBytes(file);
        Consumer<byte[]> target = target(file.getParent().getFileName().toString());
        long start = System.nanoTime();

        assertThatCode(() -> target.accept(input)).doesNotThrowAnyException();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ONE_MOST);
    }

    @ParameterizedTest
    @MethodSource("targets")
    void whatever_is_like_something_genuine_breaks_nothing(String name) throws IOException {
        List<byte[]> inputs = new ArrayList<>(files(folder.resolve("seeds").resolve(name)));
        inputs.addAll(files(ONCE.resolve(name)));
        inputs.add(new byte[0]);
        Consumer<byte[]> target = target(name);
        inputs.forEach(target);
        var chance = new Random(name.hashCode());
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() - end < 0) {
            target.accept(changed(inputs.get(chance.nextInt(inputs.size())), chance));
        }
    }

    private static Consumer<byte[]> target(String name) {
        return data -> Fuzz.TARGETS.get(name).accept(door, data);
    }

    private static byte[] changed(byte[] input, Random chance) {
        byte[] some = Arrays.copyOf(input, Math.min(LONGEST, input.length + chance.nextInt(8)));
        for (int i = chance.nextInt(6); i >= 0 && some.length > 0; i--) {
            int at = chance.nextInt(some.length);
            int to = chance.nextInt(some.length);
            switch (chance.nextInt(4)) {
                case 0 -> some[at] ^= (byte) (1 << chance.nextInt(8));
                case 1 -> some[at] = (byte) chance.nextInt(256);
                case 2 -> some = Arrays.copyOf(some, at);
                default ->
                    System.arraycopy(some, at, some, to, Math.min(some.length - Math.max(at, to), chance.nextInt(64)));
            }
        }
        return some;
    }

    private static List<byte[]> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : (Iterable<Path>) files.sorted()::iterator) {
                all.add(Files.readAllBytes(each));
            }
        }
        return all;
    }
}
