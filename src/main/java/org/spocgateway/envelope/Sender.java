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
 * @param fault why there is none
 */
record Sender(Optional<MailAddress> address, Optional<Fault> fault) {
    private static final int HEADERS_MOST = 1 << 20;

    static Sender of(byte[] raw, Optional<MailAddress> read) {
        List<String> fields = fields(raw, "from");
        if (fields.isEmpty() || fields.stream().allMatch(String::isBlank)) {
            return without(Fault.NO_FROM);
        }
        if (fields.size() > 1 || Mailboxes.count(fields.get(0)) > 1) {
            return without(Fault.SEVERAL_FROM);
        }
        Optional<MailAddress> strict = Mailboxes.single(fields).address();
        return strict.isPresent() && strict.equals(read)
                ? new Sender(strict, Optional.empty())
                : without(Fault.ODD_FROM);
    }

    private static Sender without(Fault fault) {
        return new Sender(Optional.empty(), Optional.of(fault));
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
