package org.spocgateway.dispatch;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** File name endings by media type: outgoing files are named after the request, never as they were called (architecture section 7). */
final class FileEndings {
    private static final Map<String, String> KNOWN = Map.of(
            "application/pdf", ".pdf",
            "text/plain", ".txt",
            "text/calendar", ".ics",
            "image/jpeg", ".jpg",
            "image/png", ".png",
            "application/msword", ".doc",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]{1,64}/[a-z0-9.+-]{1,100}");

    private FileEndings() {}

    static String of(String type) {
        return KNOWN.getOrDefault(type.toLowerCase(Locale.ROOT), ".bin");
    }

    /** The type, if it is one that may stand in a header. */
    static String safe(String type) {
        String tidy = type.toLowerCase(Locale.ROOT);
        return TYPE.matcher(tidy).matches() && !tidy.startsWith("multipart/") && !tidy.startsWith("message/")
                ? tidy
                : "application/octet-stream";
    }
}
