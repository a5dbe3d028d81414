package org.spocgateway.transferlog;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The fields a leaf may carry beside those that {@link Entry} computes itself, each with the shape its value must have.
 *
 * <p>The list is closed and the shapes are narrow so that no name, address, subject, file name or sentence can enter a leaf
 * (domain 6.3).
 */
public enum Field {
    KIND(Shape.WORD),
    TRANSFER_CHANNEL(Shape.TRANSFER_CHANNEL),
    CARRIER(Shape.WORD),
    SCOPE(Shape.WORD),
    FROM_STATE(Shape.WORD),
    TO_STATE(Shape.WORD),
    GATE(Shape.WORD),
    GRADE(Shape.GRADE),
    RULE(Shape.RULE),
    RULES(Shape.RULES),
    RULE_SET_HASH(Shape.HASH),
    DIRECTORY_HASH(Shape.HASH),
    DECISION_HASH(Shape.HASH),
    CONFIG_HASH(Shape.HASH),
    CERTIFICATE(Shape.HASH),
    PROFILE(Shape.WORD),
    NEXT_HOP(Shape.HOST),
    SOURCE(Shape.WORD),
    CODE(Shape.CODE),
    SIGNATURE(Shape.WORD),
    SIGNER(Shape.HASH),
    ENCRYPTION(Shape.VERSION),
    KEY(Shape.WORD),
    BOUND(Shape.FLAG),
    URGENT(Shape.FLAG),
    PARTS(Shape.NUMBER),
    SIZE_BUCKET(Shape.NUMBER),
    ATTEMPT(Shape.NUMBER),
    WAY(Shape.WORD),
    GAP_SECONDS(Shape.NUMBER),
    QUESTIONS(Shape.WORDS),
    FIELDS(Shape.WORDS),
    TLS_VERSION(Shape.VERSION),
    TLS_SUITE(Shape.WORD),
    TLS_NAME_OK(Shape.FLAG),
    TLS_PEER(Shape.HASH),
    PEER_HOST(Shape.HOST),
    SMTP_STAGE(Shape.WORD),
    SMTP_CODE(Shape.NUMBER),
    QUEUE_ID(Shape.TOKEN),
    SEALED(Shape.FLAG),
    EVIDENCE(Shape.WORD),
    PURPOSE(Shape.WORD),
    REASON(Shape.WORD),
    ANSWER(Shape.WORD),
    COUNT(Shape.NUMBER),
    YEAR(Shape.NUMBER),
    REPORT_HASH(Shape.HASH),
    LINKED_TO(Shape.WORD),
    NODE(Shape.HOST),
    BUILD(Shape.VERSION),
    SIGNER_RUNS(Shape.WORD);

    /** What a value may look like. A name, an address, a subject or a file name looks like none of these. */
    enum Shape {
        /** 1 to 64 letters of one case, digits, hyphens, underscores: {@code QUARANTINED}, {@code gcsx-2017}. Names have two cases, file names a dot. */
        WORD("[a-z0-9][a-z0-9_-]{0,63}|[A-Z0-9][A-Z0-9_-]{0,63}"),
        /** Up to 32 words, in the order given, joined by commas. */
        WORDS("(?:[a-z0-9][a-z0-9_-]{0,63}|[A-Z0-9][A-Z0-9_-]{0,63})"),
        /** A word or an enhanced status code: {@code 5.7.1}. */
        CODE("[a-z0-9][a-z0-9_-]{0,63}|[A-Z0-9][A-Z0-9_-]{0,63}|\\d(?:\\.\\d{1,3}){2}"),
        /** A version or algorithm: two cases and dots, but a digit near its start: {@code TLSv1.3}, {@code AES-256-GCM}; or {@code none}. */
        VERSION("none|(?=[^0-9]{0,8}[0-9])[A-Za-z0-9][A-Za-z0-9.+-]{0,63}"),
        /** A host or the id of one: lower case, dots, hyphens, a port. */
        HOST("[a-z0-9][a-z0-9_.-]{0,120}(?::\\d{1,5})?"),
        /** What a mail server calls a message: letters of both cases, digits, dots, hyphens; with a digit, or without vowels. */
        TOKEN("(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{0,63}|[A-Za-z&&[^AEIOUaeiou]]{8,64}"),
        /** A release rule or a rule of classification: {@code R19b}, {@code police-stop}. */
        RULE("[A-Z]{1,2}\\d{1,3}[a-z]?|[a-z][a-z0-9-]{0,63}"),
        /** Up to 32 rules, joined by commas. */
        RULES("[A-Z]{1,2}\\d{1,3}[a-z]?"),
        /** One of the three (policy 4.6). */
        TRANSFER_CHANNEL("internal-standard|gcsx|egress-style"),
        /** How safely it arrived (domain 3.4). */
        GRADE("[A-F]"),
        /** 64 lower-case hexadecimal digits. */
        HASH("[0-9a-f]{64}"),
        NUMBER("-?\\d+"),
        FLAG("true|false");

        private final Pattern form;

        Shape(String form) {
            this.form = Pattern.compile(form);
        }

        boolean fits(String value) {
            return form.matcher(value).matches();
        }

        boolean isText() {
            return this != NUMBER && this != FLAG;
        }

        boolean many() {
            return this == WORDS || this == RULES;
        }
    }

    final Shape shape;

    Field(Shape shape) {
        this.shape = shape;
    }

    /** Whether a text from outside, such as a relay's queue id, has the field's shape; what has not is left out, not written. */
    public boolean takes(String value) {
        return shape.isText() && !shape.many() && shape.fits(value);
    }

    /** The member's name in the leaf. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
