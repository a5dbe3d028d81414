package org.spocgateway.dispatch;

import java.util.Map;
import org.spocgateway.terms.RequestReference;

/**
 * What a notice says: nothing about any person.
 *
 * @param template name of the template in config/templates/
 * @param subject a request's reference, or plain words and counts
 * @param values what fills the template's places, beside the council
 */
record NoticeText(String template, String subject, Map<String, String> values) {
    /** About one request, under its reference. */
    static NoticeText about(String template, RequestReference reference, Map<String, String> more) {
        var values = new java.util.LinkedHashMap<>(more);
        values.put("reference", reference.value());
        return new NoticeText(template, reference.value(), values);
    }
}
