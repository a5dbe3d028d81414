package org.spocgateway.transferlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
    @Test
    void a_leaf_has_its_members_sorted_and_nothing_between_them() {
        assertThat(CanonicalJson.of(Map.of("seq", 7L, "at", "x", "flag", true, "list", List.of(1, "b"), "o", Map.of())))
                .isEqualTo("{\"at\":\"x\",\"flag\":true,\"list\":[1,\"b\"],\"o\":{},\"seq\":7}");
    }

    /** RFC 8785 section 3.2.3. */
    @Test
    void the_odd_keys_of_the_rfc_come_in_its_order() throws IOException {
        var members = new HashMap<String, Object>();
        for (String key : List.of("\u20ac", "\r", "\ufb33", "1", "\ud83d\ude00", "\u0080", "\u00f6")) {
            members.put(key, "value \u0007 \" \\ / \u20ac \ud83d\ude00");
        }
        members.put("nothing", null);

        assertThat(CanonicalJson.of(members)).isEqualTo(refereed(members));
    }

    @Test
    void the_referee_agrees_on_a_thousand_random_objects() throws IOException {
        var random = new Random(8785);
        for (int i = 0; i < 1000; i++) {
            Map<String, Object> members = randomObject(random, 3);
            assertThat(CanonicalJson.of(members)).isEqualTo(refereed(members));
        }
    }

    @Test
    void what_can_be_read_in_two_ways_is_refused() {
        for (Object value : Arrays.asList(
                1.5, 9_007_199_254_740_993L, -9_007_199_254_740_992L, "\ud800", "a\udc00", new Object())) {
            assertThatThrownBy(() -> CanonicalJson.of(Map.of("x", value))).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(CanonicalJson.of(Map.of("x", 9_007_199_254_740_991L))).isEqualTo("{\"x\":9007199254740991}");
    }

    private static Map<String, Object> randomObject(Random random, int depth) {
        var members = new HashMap<String, Object>();
        for (int i = random.nextInt(6); i > 0; i--) {
            members.put(randomText(random), randomValue(random, depth));
        }
        return members;
    }

    private static Object randomValue(Random random, int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        return switch (kind) {
            case 0 -> randomText(random);
            case 1 -> random.nextLong() >> 11;
            case 2 -> random.nextBoolean();
            case 3 -> List.of(randomValue(random, depth - 1), randomValue(random, depth - 1));
            default -> randomObject(random, depth - 1);
        };
    }

    private static String randomText(Random random) {
        int[] points = random.ints(random.nextInt(8), 0, 0x11000)
                .filter(point -> point < 0xd800 || point > 0xdfff)
                .toArray();
        return new String(points, 0, points.length);
    }

    /** An ordinary, not canonical spelling, made canonical by the library that serves as referee. */
    private static String refereed(Map<String, Object> members) throws IOException {
        return new JsonCanonicalizer(spelled(members)).getEncodedString();
    }

    private static String spelled(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.entrySet().stream()
                    .map(member -> spelled(member.getKey()) + " : " + spelled(member.getValue()))
                    .reduce((a, b) -> b + " , " + a)
                    .map(all -> "{ " + all + " }")
                    .orElse("{ }");
        }
        if (value instanceof List<?> items) {
            return items.stream()
                    .map(CanonicalJsonTest::spelled)
                    .reduce((a, b) -> a + " , " + b)
                    .map(all -> "[ " + all + " ]")
                    .orElse("[]");
        }
        if (value instanceof String text) {
            return text.chars().mapToObj("\\u%04X"::formatted).reduce("\"", String::concat) + "\"";
        }
        return String.valueOf(value);
    }
}
