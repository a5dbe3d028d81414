package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.terms.MailAddress;

/**
 * The one sender of a message, read from its raw header fields and again by the reader of mail: only what both agree on counts.
 *
 * @param address the single strict From
 * @param faults why there is none, and other houses that the headers bring in
 */
record Sender(Optional<MailAddress> address, List<Fault> faults) {
    private static final int HEADERS_MOST = 1 << 20;

    static Sender of(byte[] raw, Optional<MailAddress> read, Pins pins) {
        List<String> fields = fields(raw, "from");
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
        if (isElsewhere(fields(raw, "reply-to"), strict.get(), pins)) {
            others.add(Fault.ANSWERS_ELSEWHERE);
        }
        if (isElsewhere(fields(raw, "sender"), strict.get(), pins)) {
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

    /** Every value of a header field, unfolded; a line that is no field does not end the headers. */
    private static List<String> fields(byte[] raw, String name) {
        String text = new String(raw, 0, Math.min(raw.length, HEADERS_MOST), StandardCharsets.ISO_8859_1);
        List<String> values = new ArrayList<>();
        boolean isWithin = false;
        for (String line : text.split("\\r?\\n|\\r", -1)) {
            boolean isContinued = line.startsWith(" ") || line.startsWith("\t");
            if (line.isEmpty()) {
                break;
            }
            int colon = line.indexOf(':');
            if (isContinued && isWithin) {
                values.set(values.size() - 1, values.get(values.size() - 1) + line);
            } else if (!isContinued) {
                isWithin = colon > 0
                        && line.substring(0, colon)
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(name);
                if (isWithin) {
                    values.add(line.substring(colon + 1));
                }
            }
        }
        return values;
    }
}
