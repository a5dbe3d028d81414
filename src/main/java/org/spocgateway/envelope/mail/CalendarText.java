package org.spocgateway.envelope.mail;

import java.util.LinkedHashMap;
import java.util.Map;

/** An invitation as lines of text (RFC 5545): what, when, where, who. */
final class CalendarText {
    private static final Map<String, String> SHOWN = new LinkedHashMap<>();

    static {
        SHOWN.put("METHOD", "Kind");
        SHOWN.put("SUMMARY", "Subject");
        SHOWN.put("DTSTART", "Begins");
        SHOWN.put("DTEND", "Ends");
        SHOWN.put("LOCATION", "Place");
        SHOWN.put("ORGANIZER", "From");
        SHOWN.put("DESCRIPTION", "");
    }

    private CalendarText() {}

    static String of(String calendar) {
        var text = new StringBuilder();
        for (String line : calendar.replaceAll("\\r?\\n[ \\t]", "").split("\\r?\\n")) {
            int colon = line.indexOf(':');
            String name =
                    colon < 0 ? "" : line.substring(0, colon).split(";", 2)[0].strip();
            String label = SHOWN.get(name);
            if (label != null) {
                text.append(label.isEmpty() ? "" : label + ": ")
                        .append(unescaped(line.substring(colon + 1)))
                        .append('\n');
            }
        }
        return text.length() == 0 ? calendar : text.toString();
    }

    private static String unescaped(String value) {
        return value.replaceAll("\\\\[nN]", "\n")
                .replaceAll("\\\\([,;\\\\])", "$1")
                .strip();
    }
}
