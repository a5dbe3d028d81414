package org.spocgateway.transferlog;

import java.util.Locale;

/**
 * The fields a leaf may carry beside those that {@link Entry} computes itself, each with the shape its value must have.
 *
 * <p>The list is closed and the shapes are narrow so that no name, address, subject, file name or sentence can enter a leaf
 * (domain 6.3).
 */
public enum Field {
    KIND(Shape.WORD),
    TRANSFER_CHANNEL(Shape.WORD),
    CARRIER(Shape.WORD),
    SCOPE(Shape.WORD),
    FROM_STATE(Shape.WORD),
    TO_STATE(Shape.WORD),
    GATE(Shape.WORD),
    GRADE(Shape.WORD),
    RULE(Shape.WORD),
    RULES(Shape.WORDS),
    RULE_SET_HASH(Shape.HASH),
    DIRECTORY_HASH(Shape.HASH),
    DECISION_HASH(Shape.HASH),
    CONFIG_HASH(Shape.HASH),
    PROFILE(Shape.WORD),
    NEXT_HOP(Shape.WORD),
    SOURCE(Shape.WORD),
    CODE(Shape.WORD),
    SIGNATURE(Shape.WORD),
    SIGNER(Shape.HASH),
    ENCRYPTION(Shape.WORD),
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
    TLS_VERSION(Shape.WORD),
    TLS_SUITE(Shape.WORD),
    TLS_NAME_OK(Shape.FLAG),
    TLS_PEER(Shape.HASH),
    PEER_HOST(Shape.WORD),
    SMTP_STAGE(Shape.WORD),
    SMTP_CODE(Shape.NUMBER),
    QUEUE_ID(Shape.WORD),
    SEALED(Shape.FLAG),
    EVIDENCE(Shape.WORD),
    PURPOSE(Shape.WORD),
    REASON(Shape.WORD),
    ANSWER(Shape.WORD),
    COUNT(Shape.NUMBER),
    LINKED_TO(Shape.WORD),
    NODE(Shape.WORD),
    BUILD(Shape.WORD),
    SIGNER_RUNS(Shape.WORD);

    /** What a value may look like. */
    enum Shape {
        /** 1 to 64 of letters, digits, dot, hyphen, underscore; starts with a letter or digit. */
        WORD,
        /** Up to 32 words, sorted as given, joined by commas. */
        WORDS,
        /** 64 lower-case hexadecimal digits. */
        HASH,
        NUMBER,
        FLAG
    }

    final Shape shape;

    Field(Shape shape) {
        this.shape = shape;
    }

    /** The member's name in the leaf. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
