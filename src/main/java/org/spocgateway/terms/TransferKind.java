package org.spocgateway.terms;

import java.util.Arrays;

/** What a transfer is for; each kind has its own rule set in {@code config/release-rules.yaml}. */
public enum TransferKind {
    /** A question to a partner (policy 4.4). Waits behind the gate. */
    INFORMATION_REQUEST("information-request"),
    /** An invitation to the panel (policy 4.5). Waits behind the gate. */
    PANEL_NOTICE("panel-notice"),
    /** A referral that reached the council goes on to Prevent police (policy 4.1, R5). Passes the gate; at least once. */
    FORWARD_TO_POLICE("forward-to-police"),
    /** Tells Children's or Adults' services (policy 2.6, R29). Passes the gate; at least once. */
    SAFEGUARDING_REFERRAL("safeguarding-referral"),
    /** A mail without content or personal data: "a request waits for you". May be repeated. */
    NOTICE("notice");

    private final String word;

    TransferKind(String word) {
        this.word = word;
    }

    /** The word used in config, log, CSV and metrics. */
    public String word() {
        return word;
    }

    /** Whether the gate must be open. */
    public boolean waitsForGate() {
        return this == INFORMATION_REQUEST || this == PANEL_NOTICE;
    }

    /** Whether an unknown outcome is answered by sending the same bytes again (architecture, semantics). */
    public boolean atLeastOnce() {
        return this == FORWARD_TO_POLICE || this == SAFEGUARDING_REFERRAL || this == NOTICE;
    }

    /** Reads {@link #word()} back. */
    public static TransferKind of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a kind of transfer"));
    }
}
