package org.spocgateway.envelope.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.envelope.mime.Lines;

/**
 * The fields of one header in their order. Lines that are no fields are passed over and end nothing.
 *
 * @param all each with its name in lower case and its value, unfolded
 */
public record Fields(List<Field> all) {
    /** One field. */
    public record Field(String name, String value) {
        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    static Fields of(byte[] bytes, int from, int to, Bounds bounds) {
        List<Field> fields = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        Optional<String> name = Optional.empty();
        for (int at = from; at < to; ) {
            int next = Lines.after(bytes, at, to);
            String line = new String(bytes, at, next - at, StandardCharsets.ISO_8859_1);
            at = next;
            boolean isContinued = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!isContinued) {
                add(fields, name, value, bounds);
                name = name(line);
                value.setLength(0);
                line = line.substring(line.indexOf(':') + 1);
            }
            if (value.length() + line.length() > bounds.field()) {
                throw new Costly("a header field");
            }
            value.append(line);
        }
        add(fields, name, value, bounds);
        return new Fields(List.copyOf(fields));
    }

    private static void add(List<Field> fields, Optional<String> name, StringBuilder value, Bounds bounds) {
        name.ifPresent(each -> fields.add(new Field(each, Words.unfolded(value.toString()))));
        if (fields.size() > bounds.fields()) {
            throw new Costly("header fields");
        }
    }

    /** White space before the colon is obsolete and read all the same (RFC 5322 section 4.5). */
    private static Optional<String> name(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).stripTrailing();
        boolean isName = !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
        return isName ? Optional.of(name.toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** Every value of a name, top first. */
    public List<String> named(String name) {
        List<String> values = new ArrayList<>();
        for (Field field : all) {
            if (field.name().equals(name)) {
                values.add(field.value());
            }
        }
        return List.copyOf(values);
    }

    /** The first value of a name; empty text when there is none. */
    public String first(String name) {
        for (Field field : all) {
            if (field.name().equals(name)) {
                return field.value();
            }
        }
        return "";
    }
}
