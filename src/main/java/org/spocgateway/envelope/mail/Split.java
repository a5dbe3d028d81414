package org.spocgateway.envelope.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Lines;
import org.spocgateway.envelope.mime.Needle;

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
        var mark = new Needle("\n--" + boundary);
        byte[] bytes = whole.source();
        List<int[]> ranges = new ArrayList<>();
        int start = -1;
        int first = -1;
        int after = whole.end();
        boolean isClosed = false;
        for (int at = first(whole, mark); at >= 0 && !isClosed; at = next(mark, bytes, at, whole.end())) {
            int next = Lines.after(bytes, at, whole.end());
            if (isMark(bytes, at + mark.length() - 1, next)) {
                isClosed = isClosing(bytes, at + mark.length() - 1, next);
                first = first < 0 ? at : first;
                if (start >= 0) {
                    ranges.add(new int[] {start, Math.max(start, Lines.withoutEnd(bytes, start, at))});
                }
                start = next;
                after = next;
                limit(ranges, budget);
            }
        }
        if (start >= 0 && !isClosed) {
            ranges.add(new int[] {start, whole.end()});
            after = whole.end();
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        List<Piece> parts = ranges.stream()
                .map(range -> whole.within(range[0], range[1], budget.bounds()))
                .toList();
        return Optional.of(new Split(
                Arrays.copyOfRange(bytes, whole.body(), first), parts, Arrays.copyOfRange(bytes, after, whole.end())));
    }

    /** Where the first line that begins with the mark stands; the mark's own first byte is the end of the line before. */
    private static int first(Piece whole, Needle mark) {
        byte[] bytes = whole.source();
        return mark.isAt(bytes, whole.body(), 1) ? whole.body() : next(mark, bytes, whole.body(), whole.end());
    }

    private static int next(Needle mark, byte[] bytes, int at, int end) {
        int found = mark.in(bytes, at, end);
        return found < 0 ? -1 : found + 1;
    }

    private static void limit(List<int[]> ranges, Budget budget) {
        if (ranges.size() > budget.bounds().parts()) {
            throw new Costly("parts");
        }
    }

    /** Whether what stands behind a boundary is none of it: white space, or the two hyphens of the last. */
    private static boolean isMark(byte[] bytes, int after, int to) {
        return to - after <= PADDING_MOST && (Lines.isBlank(bytes, after, to) || isClosing(bytes, after, to));
    }

    private static boolean isClosing(byte[] bytes, int after, int to) {
        return after + 1 < to && bytes[after] == '-' && bytes[after + 1] == '-' && Lines.isBlank(bytes, after + 2, to);
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
