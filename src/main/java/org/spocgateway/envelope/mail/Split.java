package org.spocgateway.envelope.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parts of a multipart (RFC 2046 section 5.1.1), by the boundary it names; where it names none, or none that stands there, by the
 * first line that looks like one and is closed later.
 *
 * @param before what stands before the first part
 * @param after what stands behind the closing line
 */
record Split(byte[] before, List<Piece> parts, byte[] after) {
    private static final int BOUNDARY_MOST = 998;
    private static final int PADDING_MOST = 80;

    /** Empty if it cannot be cut into parts. */
    static Optional<Split> of(Piece whole, Budget budget) {
        Optional<Split> named = whole.parameter("boundary")
                .map(String::stripTrailing)
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= BOUNDARY_MOST)
                .flatMap(boundary -> by(whole, boundary, budget));
        return named.or(() -> guessed(whole).flatMap(boundary -> by(whole, boundary, budget)));
    }

    private static Optional<Split> by(Piece whole, String boundary, Budget budget) {
        byte[] mark = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = whole.source();
        List<int[]> ranges = new ArrayList<>();
        int start = -1;
        int first = -1;
        int at = whole.body();
        boolean isClosed = false;
        while (at < whole.end() && !isClosed) {
            int next = Lines.after(bytes, at, whole.end());
            if (isMark(bytes, at, next, mark)) {
                isClosed = isClosing(bytes, at, next, mark);
                first = first < 0 ? at : first;
                if (start >= 0) {
                    ranges.add(new int[] {start, Math.max(start, Lines.withoutEnd(bytes, start, at))});
                }
                start = next;
                limit(ranges, budget);
            }
            at = next;
        }
        if (start >= 0 && !isClosed) {
            ranges.add(new int[] {start, whole.end()});
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> parts = ranges.stream()
                .map(range -> whole.within(range[0], range[1], budget.bounds()))
                .toList();
        return Optional.of(new Split(
                Arrays.copyOfRange(bytes, whole.body(), first), parts, Arrays.copyOfRange(bytes, at, whole.end())));
    }

    private static void limit(List<int[]> ranges, Budget budget) {
        if (ranges.size() > budget.bounds().parts()) {
            throw new Costly("parts");
        }
    }

    private static boolean isMark(byte[] bytes, int from, int to, byte[] mark) {
        if (to - from > mark.length + PADDING_MOST || !startsWith(bytes, from, to, mark)) {
            return false;
        }
        int after = from + mark.length;
        return Lines.isBlank(bytes, after, to) || isClosing(bytes, from, to, mark);
    }

    private static boolean isClosing(byte[] bytes, int from, int to, byte[] mark) {
        int after = from + mark.length;
        return after + 1 < to && bytes[after] == '-' && bytes[after + 1] == '-' && Lines.isBlank(bytes, after + 2, to);
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] mark) {
        return from + mark.length <= to && Arrays.equals(bytes, from, from + mark.length, mark, 0, mark.length);
    }

    /** The boundary of the last line that closes something which an earlier line opened. */
    private static Optional<String> guessed(Piece whole) {
        byte[] bytes = whole.source();
        Optional<String> opened = Optional.empty();
        for (int at = whole.body(); at < whole.end(); ) {
            int next = Lines.after(bytes, at, whole.end());
            int end = at;
            if (next - at < BOUNDARY_MOST && next - at > 4 && bytes[at] == '-' && bytes[at + 1] == '-') {
                end = next;
            }
            String line = new String(bytes, at, end - at, StandardCharsets.ISO_8859_1).stripTrailing();
            if (opened.isEmpty() && line.length() > 2 && !line.endsWith("--")) {
                opened = Optional.of(line);
            } else if (opened.isPresent() && line.equals(opened.get() + "--")) {
                return Optional.of(opened.get().substring(2));
            }
            at = next;
        }
        return Optional.empty();
    }
}
