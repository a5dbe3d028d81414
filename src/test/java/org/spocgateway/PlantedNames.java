package org.spocgateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Forty unlikely names of people, subjects and file names, and the search for them where none of them may stand.
 *
 * <pre>{@code
 * PlantedNames.subjects(), .people(), .files()          what a test plants in its mails
 * PlantedNames.foundIn(state.resolve("gateway.log"))    a file, or a folder with everything below it
 * PlantedNames.foundIn("a reviewer's page", html)       a text
 * }</pre>
 *
 * <p>Looked for is each name in any letter case, as UTF-8, UTF-16, in base64 at each of its three offsets, in hexadecimal digits and
 * percent-encoded; {@code .gz} files are looked at unpacked. A find names place and form: the planted word is no secret.
 */
public final class PlantedNames {
    private static final Path FILE = Path.of("src", "test", "resources", "planted-names.txt");

    /**
     * One planted text.
     *
     * @param kind {@code person}, {@code subject} or {@code file}
     * @param text what is planted
     * @param word the part that occurs nowhere else
     */
    public record Planted(String kind, String text, String word) {}

    /**
     * One that stands where it must not.
     *
     * @param where a file, or the name the test gave a text
     * @param form how it was written there
     */
    public record Find(String where, Planted planted, String form) {}

    private PlantedNames() {}

    /** All forty. */
    public static List<Planted> all() {
        try (Stream<String> lines = Files.lines(FILE)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(PlantedNames::planted)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> people() {
        return texts("person");
    }

    public static List<String> subjects() {
        return texts("subject");
    }

    public static List<String> files() {
        return texts("file");
    }

    /** Everything planted that stands in a text. */
    public static List<Find> foundIn(String where, String text) {
        return foundIn(where, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everything planted that stands in a file, or in any file below a folder, or in its name. */
    public static List<Find> foundIn(Path path) {
        try (Stream<Path> tree = Files.walk(path)) {
            var finds = new ArrayList<Find>();
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                finds.addAll(foundIn("the name of " + file, file.toString()));
                finds.addAll(foundIn(file.toString(), content(file)));
            }
            return finds;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything planted that stands in these bytes. */
    public static List<Find> foundIn(String where, byte[] bytes) {
        String exact = new String(bytes, StandardCharsets.ISO_8859_1);
        String lower = exact.toLowerCase(Locale.ROOT);
        var finds = new ArrayList<Find>();
        for (Planted planted : all()) {
            forms(planted.word()).forEach((form, written) -> {
                boolean stands = form.startsWith("base64") ? exact.contains(written) : lower.contains(written);
                if (stands) {
                    finds.add(new Find(where, planted, form));
                }
            });
        }
        return finds;
    }

    private static Map<String, String> forms(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        var forms = new LinkedHashMap<String, String>();
        forms.put("text", latin(lower, StandardCharsets.UTF_8));
        // without the last zero byte it is the same in both byte orders
        String utf16 = latin(lower, StandardCharsets.UTF_16LE);
        forms.put("utf-16", utf16.substring(0, utf16.length() - 1));
        forms.put("hexadecimal", HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)));
        forms.put(
                "percent-encoded",
                URLEncoder.encode(lower, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        for (int offset = 0; offset < 3; offset++) {
            forms.put("base64 at " + offset, base64(word, offset));
        }
        return forms;
    }

    /** The part of a base64 text that the word decides by itself when it begins at this offset of a group of three. */
    private static String base64(String word, int offset) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[offset]);
        bytes.writeBytes(word.getBytes(StandardCharsets.UTF_8));
        String all = Base64.getEncoder().withoutPadding().encodeToString(bytes.toByteArray());
        int from = new int[] {0, 2, 3}[offset];
        int whole = bytes.size() / 3 * 4;
        return all.substring(from, whole);
    }

    private static String latin(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static byte[] content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        try (var unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }

    private static List<String> texts(String kind) {
        return all().stream()
                .filter(each -> each.kind().equals(kind))
                .map(Planted::text)
                .toList();
    }

    private static Planted planted(String line) {
        String[] parts = line.split(" \\| ", 2);
        String marked = parts[1];
        String word = marked.substring(marked.indexOf('[') + 1, marked.indexOf(']'));
        return new Planted(parts[0], marked.replace("[", "").replace("]", ""), word);
    }
}
