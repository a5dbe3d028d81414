package org.spocgateway.review;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.spocgateway.transferlog.TransferFact;

/**
 * The columns of the list of transfers, on the screen, in the CSV and in the JSON lines: one list, so that they cannot differ. None is
 * about a person, a case, a subject, a file or the local part of an address.
 */
enum Column {
    TIME_UTC(fact -> ISO.TIME.format(fact.startedAt())),
    DIRECTION(TransferFact::direction),
    TRANSFER_CHANNEL(TransferFact::transferChannel),
    ORGANISATION(TransferFact::organisation),
    PEER_DOMAIN(TransferFact::peerDomain),
    KIND(TransferFact::kind),
    DECISION(TransferFact::decision),
    RULES(TransferFact::rules),
    TLS_VERSION(TransferFact::tlsVersion),
    SMIME(TransferFact::protection),
    GRADE(TransferFact::grade),
    SIZE_BYTES(fact -> fact.sizeBucket() == null ? null : String.valueOf(fact.sizeBucket())),
    CODE(TransferFact::code),
    OUTCOME(TransferFact::outcome),
    REF(TransferFact::ref);

    private interface Reading {
        @Nullable
        String of(TransferFact fact);
    }

    /** In a class of its own: constants of an enum cannot see its static fields. */
    private static final class ISO {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT)
                .withZone(ZoneOffset.UTC);
    }

    private final Reading reading;

    Column(Reading reading) {
        this.reading = reading;
    }

    /** The column's name in the CSV and the JSON lines. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cell; empty when it is not known. */
    String of(TransferFact fact, Organisations organisations) {
        String text = reading.of(fact);
        return this == ORGANISATION ? organisations.name(text) : text == null ? "" : text;
    }
}
