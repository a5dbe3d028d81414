package org.spocgateway.casework;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Facts about the person, from a referral whose lines begin with the labels of a form; a proposal that an officer reads and corrects.
 *
 * <p>The field names are those of questions.yaml.
 */
final class ReferralForm {
    private static final List<String> FIELDS =
            List.of(PersonReferred.NAME, "born", "address", "school", "nhs-number", "concern");
    private static final List<Pattern> LABELS = List.of(
            label("(?:full )?name(?: of (?:the )?(?:person|individual|subject|child|young person))?(?: referred)?"),
            label("(?:date of birth|d\\.?o\\.?b\\.?|born)"),
            label("(?:home |current )?address"),
            label("(?:school|college|school or work|employer|place of work)"),
            label("nhs (?:number|no\\.?)"),
            label("(?:concerns?|nature of (?:the )?concern|reason for (?:the )?referral)"));

    private ReferralForm() {}

    /** Facts by field name; the first of each label counts. */
    static Map<String, String> facts(String text) {
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < FIELDS.size(); i++) {
            Matcher matcher = LABELS.get(i).matcher(text);
            if (matcher.find()) {
                found.put(FIELDS.get(i), matcher.group(1).strip());
            }
        }
        return found;
    }

    /** The order in which facts are shown. */
    static int place(String field) {
        int known = FIELDS.indexOf(field);
        return known < 0 ? FIELDS.size() : known;
    }

    private static Pattern label(String words) {
        return Pattern.compile(
                "^[ \\t]*" + words + "[ \\t]*[:=][ \\t]*(\\S[^\\r\\n]{0,500})",
                Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    }
}
