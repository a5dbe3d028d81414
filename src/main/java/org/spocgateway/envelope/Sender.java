package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/**
 * The one sender of a message, read from its raw header fields and again by the reader of mail: only what both agree on counts.
 *
 * @param address the single strict From
 * @param faults why there is none, and other houses that the headers bring in
 */
record Sender(Optional<MailAddress> address, List<Fault> faults) {
    private static final Set<String> NAMES = Set.of("from", "reply-to", "sender");
    private static final int HEADERS_MOST = 1 << 20;

    static Sender of(byte[] raw, Optional<MailAddress> read, Pins pins) {
        Map<String, List<String>> named = named(raw);
        List<String> fields = named.getOrDefault("from", List.of());
        if (fields.isEmpty() || fields.stream().allMatch(String::isBlank)) {
            return without(Fault.NO_FROM);
        }
        if (fields.size() > 1 || Mailboxes.count(fields.get(0)) > 1) {
            return without(Fault.SEVERAL_FROM);
        }
        Optional<MailAddress> strict = Mailboxes.single(fields).address();
        if (strict.isEmpty() || !strict.equals(read)) {
            return without(Fault.ODD_FROM);
        }
        List<Fault> others = new ArrayList<>();
        if (isElsewhere(named.getOrDefault("reply-to", List.of()), strict.get(), pins)) {
            others.add(Fault.ANSWERS_ELSEWHERE);
        }
        if (isElsewhere(named.getOrDefault("sender", List.of()), strict.get(), pins)) {
            others.add(Fault.OTHER_SUBMITTER);
        }
        return new Sender(strict, List.copyOf(others));
    }

    /** Whether any mailbox of these fields is of another house than the From, or is none that can be read strictly. */
    private static boolean isElsewhere(List<String> fields, MailAddress from, Pins pins) {
        return fields.stream()
                .filter(field -> !field.isBlank())
                .flatMap(field -> Mailboxes.strict(field).stream())
                .anyMatch(address ->
                        address.filter(other -> pins.sameHouse(from, other)).isEmpty());
    }

    private static Sender without(Fault fault) {
        return new Sender(Optional.empty(), List.of(fault));
    }

    /** Every value of the fields that name a sender, unfolded; a line that is no field does not end the headers. */
    private static Map<String, List<String>> named(byte[] raw) {
        Map<String, List<String>> named = new HashMap<>();
        var last = new StringBuilder();
        Optional<String> name = Optional.empty();
        int to = Math.min(raw.length, HEADERS_MOST);
        for (int at = 0; at < to && !isLineEnd(raw[at]); ) {
            int end = at;
            while (end < to && !isLineEnd(raw[end])) {
                end++;
            }
            String line = new String(raw, at, end - at, StandardCharsets.ISO_8859_1);
            at = end + 1 < to && raw[end] == '\r' && raw[end + 1] == '\n' ? end + 2 : end + 1;
            if (!line.startsWith(" ") && !line.startsWith("\t")) {
                name.ifPresent(known ->
                        named.computeIfAbsent(known, any -> new ArrayList<>()).add(last.toString()));
                name = name(line);
                last.setLength(0);
                line = line.substring(line.indexOf(':') + 1);
            }
            last.append(name.isPresent() ? line : "");
        }
        name.ifPresent(
                known -> named.computeIfAbsent(known, any -> new ArrayList<>()).add(last.toString()));
        return named;
    }

    private static Optional<String> name(String line) {
        String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip().toLowerCase(Locale.ROOT);
        return Optional.of(name).filter(NAMES::contains);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\r' || b == '\n';
    }
}
