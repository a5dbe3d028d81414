package org.spocgateway.casework;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.portal.AnswerGiven;

/**
 * What can be read in a mailed reply without guessing; an officer reads the rest.
 *
 * @param answer empty unless the reply says it in plain words
 * @param planExists whether a sentence outside the quotation says that a multi-agency plan exists, without a negation
 */
record MailedAnswer(Optional<AnswerGiven.Answer> answer, boolean planExists) {
    private static final Pattern QUOTED = Pattern.compile(
            "(?im)^(?:>.*|-{2,} ?original message ?-{2,}[\\s\\S]*|_{10,}[\\s\\S]*|on .{4,120} wrote:[\\s\\S]*|from: .*\\R(?:sent|date): [\\s\\S]*)");
    private static final Pattern PLAN = Pattern.compile(
            "(?i)multi[- ]?agency (?:care |support |protection )?plan|\\bplan exists\\b|current (?:care|support) plan");
    private static final Pattern NEGATION = Pattern.compile(
            "(?i)\\b(?:no|not|none|never|without|isn't|hasn't|don't|unknown|unsure|if)\\b|:\\s*n\\b|\\?");
    private static final Pattern NOT_KNOWN = Pattern.compile("(?i)\\bnot (?:been )?known\\b|\\bno (?:trace|record)\\b");
    private static final Pattern KNOWN =
            Pattern.compile("(?i)\\bknown (?:to|since|and|by)\\b|\\bknown: ?yes\\b|^known\\b");

    /** Reads the words above and between quotations. */
    static MailedAnswer of(MessageKind kind, String text) {
        String own = QUOTED.matcher(text).replaceAll("");
        boolean plan = Arrays.stream(own.split("[.!;\\r\\n]+", -1))
                .anyMatch(sentence -> PLAN.matcher(sentence).find()
                        && !NEGATION.matcher(sentence).find());
        if (kind == MessageKind.PARTNER_NIL_RETURN) {
            return new MailedAnswer(Optional.of(AnswerGiven.Answer.NOT_KNOWN), false);
        }
        boolean denied = NOT_KNOWN.matcher(own).find();
        boolean known = !denied && (plan || KNOWN.matcher(own.strip()).find());
        return new MailedAnswer(known ? Optional.of(AnswerGiven.Answer.KNOWN) : Optional.empty(), plan);
    }
}
