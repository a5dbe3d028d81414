package org.spocgateway.submission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/v1/requests}.
 *
 * @param caseReference such as {@code KESTREL-4827}
 * @param partners directory ids or mail addresses
 * @param questions ids of standard questions; {@code free-text} stands for {@code freeText}
 * @param fields names of facts held on the case; their values are taken from there and never travel through this interface
 * @param replyBy a day, {@code 2026-12-01}
 */
public record AskedFor(
        @Nullable String caseReference,
        @Nullable List<String> partners,
        @Nullable List<String> questions,
        @Nullable String freeText,
        @Nullable List<String> fields,
        @Nullable List<Attached> attachments,
        @Nullable String replyBy) {

    /** An attachment as base64. */
    public record Attached(
            @Nullable String name,
            @Nullable String type,
            @Nullable String base64) {
        @Override
        public String toString() {
            return "Attached[redacted]";
        }
    }

    @Override
    public String toString() {
        return "AskedFor[redacted]";
    }
}
