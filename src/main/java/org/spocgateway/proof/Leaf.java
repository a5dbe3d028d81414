package org.spocgateway.proof;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One entry of the log, schema {@code v:1}. */
final class Leaf {
    private static final Pattern NAME = Pattern.compile("[0-9a-z]{26}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

    private final Map<String, @Nullable Object> members;

    private Leaf(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    /** Reads a leaf; empty when the bytes are not canonical JSON. */
    static Optional<Leaf> read(byte[] bytes) {
        try {
            Map<String, @Nullable Object> members = Json.object(new String(bytes, StandardCharsets.UTF_8));
            boolean canonical = Arrays.equals(Canonical.text(members).getBytes(StandardCharsets.UTF_8), bytes);
            return canonical ? Optional.of(new Leaf(members)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether this program knows what the entry means. */
    boolean isUnderstood() {
        return Long.valueOf(1).equals(members.get("v"));
    }

    /** What is wrong with it at this place; empty when nothing is. */
    Optional<String> fault(String shard, long seq) {
        if (!Long.valueOf(seq).equals(members.get("seq"))) {
            return Optional.of("it says it is another position: an entry is missing, added or moved");
        }
        if (!shard.equals(members.get("shard"))) {
            return Optional.of("it says it belongs to another year");
        }
        if (!fits(NAME, "id") || !fits(TIME, "at")) {
            return Optional.of("its id or its time has not the right form");
        }
        boolean opening = "log.shard".equals(members.get("type"));
        if (opening != (seq == 0)) {
            return Optional.of("a year begins with log.shard, and only there");
        }
        return Optional.empty();
    }

    /** What entry 0 says about the year before: its name, size and the hash of its last checkpoint. */
    Optional<Map<?, ?>> previous() {
        return members.get("previous") instanceof Map<?, ?> previous ? Optional.of(previous) : Optional.empty();
    }

    private boolean fits(Pattern form, String name) {
        return members.get(name) instanceof String text && form.matcher(text).matches();
    }
}
