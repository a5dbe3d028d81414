package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Quoted;
import org.spocgateway.terms.MailAddress;

/**
 * Reads the address fields of a message the strict way (RFC 5322 section 3.4 without its obsolete forms).
 *
 * <p>Whatever a mail program could show differently from what we compare is no address here: groups, routes, two angle brackets, an
 * {@code @} in an unquoted display name.
 */
final class Mailboxes {
    /** One element of an address field: the name people see, and the address if it is a usable one. */
    record Mailbox(String display, Optional<MailAddress> address) {}

    private static final String SEPARATORS = ",;:";

    private Mailboxes() {}

    /** The only mailbox of the only From field; an empty address in every other case. */
    static Mailbox single(List<String> fields) {
        if (fields.size() != 1) {
            return new Mailbox("", Optional.empty());
        }
        String field = fields.get(0);
        return split(field).size() == 1 && !hasOutside(field, SEPARATORS)
                ? one(field)
                : new Mailbox(field.strip(), Optional.empty());
    }

    /** How many mailboxes a field names; a group counts with its name. */
    static int count(String field) {
        return split(field).size();
    }

    /** Each element of a field as an address, empty where it is none that can be used. */
    static List<Optional<MailAddress>> strict(String field) {
        return split(field).stream().map(element -> one(element).address()).toList();
    }

    /** Every usable address in these fields; groups are opened, the rest is left out. */
    static List<MailAddress> all(List<String> fields) {
        return fields.stream()
                .flatMap(field -> split(field).stream())
                .flatMap(element -> one(element).address().stream())
                .distinct()
                .toList();
    }

    private static Mailbox one(String element) {
        String mask = masked(element);
        int open = mask.indexOf('<');
        if (open < 0) {
            return new Mailbox("", MailAddress.parse(mask.replace("\0", "")));
        }
        int close = mask.indexOf('>', open);
        boolean isWhole = close > open
                && mask.substring(close + 1).replace('\0', ' ').isBlank()
                && mask.indexOf('<', open + 1) < 0
                && mask.substring(0, open).indexOf('@') < 0;
        return new Mailbox(
                Quoted.text(element.substring(0, open).strip()),
                isWhole ? MailAddress.parse(mask.substring(open + 1, close)) : Optional.empty());
    }

    private static List<String> split(String field) {
        List<String> elements = new ArrayList<>();
        String mask = masked(field);
        int from = 0;
        for (int i = 0; i <= mask.length(); i++) {
            if (i == mask.length() || SEPARATORS.indexOf(mask.charAt(i)) >= 0) {
                if (!field.substring(from, i).isBlank()) {
                    elements.add(field.substring(from, i));
                }
                from = i + 1;
            }
        }
        return elements;
    }

    private static boolean hasOutside(String field, String characters) {
        return masked(field).chars().anyMatch(c -> characters.indexOf(c) >= 0);
    }

    /** The field with every character of a quoted string or a comment replaced by NUL, so that positions stay. */
    private static String masked(String field) {
        char[] mask = field.replace('\0', '?').toCharArray();
        boolean quoted = false;
        int comments = 0;
        for (int i = 0; i < mask.length; i++) {
            char c = mask[i];
            boolean isInside = quoted || comments > 0;
            if (c == '\\' && isInside && i + 1 < mask.length) {
                mask[i] = '\0';
                i++;
            } else if (c == '"' && comments == 0) {
                quoted = !quoted;
                isInside = true;
            } else if (!quoted && (c == '(' || (c == ')' && comments > 0))) {
                comments += c == '(' ? 1 : -1;
                isInside = true;
            }
            if (isInside) {
                mask[i] = '\0';
            }
        }
        return quoted || comments > 0 ? "?".repeat(mask.length) : new String(mask);
    }
}
