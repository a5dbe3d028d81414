package org.spocgateway.classification;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Unopened;

/** How a message is built, whatever it says. */
enum Structure {
    DELIVERY_REPORT,
    READ_RECEIPT,
    CALENDAR,
    /** Not opened, for whatever reason. */
    UNOPENED,
    MICROSOFT_WRAPPER,
    /** A form with the headings of a referral form. */
    RECOGNISED_FORM,
    /** At least one file. */
    ATTACHMENT,
    /** Another message as {@code message/rfc822}. */
    ATTACHED_ORIGINAL,
    /** An answer to something. */
    REPLY,
    /** A forwarded mail whose header block stands in the text and names a police address. */
    FORWARDED_POLICE_TEXT,
    /** Criminal justice secure mail: sent within it, or marked so in the subject. */
    CJSM,
    /** Hardly more than a password for a file that came in another mail. */
    PASSWORD,
    /** Passed on by a person, by its subject. */
    FORWARD,
    /** The domain it shows is proven to have sent it: DMARC, a trusted relay or a signature that we believe. */
    AUTHENTICATED,
    /** Something contradicts the sender that it shows. */
    CONTRADICTED,
    /** Answers to it go to another house than it came from. */
    ANSWERS_ELSEWHERE,
    /** A file that runs, a page with a script, or a known test for scanners. */
    HOSTILE_FILE,
    /** An Office file with macros. */
    MACRO_FILE,
    /** More parts than anybody sends. */
    MANY_PARTS,
    /** Asks something in the writer's own words. */
    QUESTION;

    private static final int PARTS_MANY = 100;

    private static final Pattern REPLY_PREFIX = Pattern.compile("(?i)\\s*(?:re|aw|sv|atb)\\s*:.*");
    private static final Pattern CJSM_PREFIX = Pattern.compile("(?i)\\s*cjsm\\s*:.*");
    private static final Pattern FORWARD_PREFIX = Pattern.compile("(?i)\\s*(?:fw|fwd|yml)\\s*:.*");

    /** The word in classification.yaml. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Set<Structure> of(Opening opening, ReadMail outer, ReadMail mail, OwnWords words, boolean isForm) {
        var found = EnumSet.noneOf(Structure.class);
        String type = mail.contentType().toLowerCase(Locale.ROOT);
        mark(
                found,
                DELIVERY_REPORT,
                type.contains("report-type=delivery-status") || has(mail, "message/delivery-status"));
        mark(found, DELIVERY_REPORT, type.contains("report-type=\"delivery-status\""));
        mark(found, READ_RECEIPT, type.contains("disposition-notification"));
        mark(found, READ_RECEIPT, has(mail, "message/disposition-notification"));
        mark(found, CALENDAR, type.startsWith("text/calendar") || has(mail, "text/calendar"));
        mark(found, ATTACHED_ORIGINAL, has(mail, "message/rfc822"));
        mark(found, ATTACHMENT, !mail.attachments().isEmpty());
        mark(
                found,
                REPLY,
                isReply(mail.subject())
                        || isReply(outer.subject())
                        || !outer.inReplyTo().isEmpty());
        mark(
                found,
                FORWARDED_POLICE_TEXT,
                isForward(mail.subject()) && words.quoted().contains(".police.uk"));
        mark(found, RECOGNISED_FORM, isForm);
        mark(found, FORWARD, isForward(mail.subject()) || isForward(outer.subject()));
        mark(found, QUESTION, Sentence.in(words.text()).stream().anyMatch(Sentence::isQuestion));
        mark(found, MANY_PARTS, mail.attachments().size() > PARTS_MANY);
        mark(found, CJSM, isCjsm(outer));
        mark(found, PASSWORD, PasswordOnly.is(outer.subject(), words));
        if (opening instanceof Unopened unopened) {
            found.add(UNOPENED);
            mark(found, MICROSOFT_WRAPPER, unopened.fault() == Fault.MICROSOFT_WRAPPER);
        }
        return found;
    }

    private static boolean isCjsm(ReadMail outer) {
        return outer.from().filter(from -> from.isWithin("cjsm.net")).isPresent()
                || CJSM_PREFIX.matcher(outer.subject()).matches();
    }

    /** Whether a subject begins with a reply mark. */
    static boolean isReply(String subject) {
        return REPLY_PREFIX.matcher(subject).matches();
    }

    static boolean isForward(String subject) {
        return FORWARD_PREFIX.matcher(subject).matches();
    }

    private static boolean has(ReadMail mail, String type) {
        return mail.attachments().stream()
                .anyMatch(attachment -> attachment.type().equals(type));
    }

    private static void mark(Set<Structure> found, Structure structure, boolean holds) {
        if (holds) {
            found.add(structure);
        }
    }
}
