package org.spocgateway.release;

import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.TransferChannel;

/**
 * What a decision was, for the row of the transfer: not a permission, only what {@link ReleaseRules#again} compares with.
 *
 * @param party directory id of the recipient
 * @param transferChannel the one way
 * @param profile how: {@code gcsx-2017}, {@code modern}, {@code relay}, {@code portal}
 * @param nextHop id of the next hop; empty text for the portal
 * @param seal whether the content is sealed to the recipient's certificate
 * @param rule the rule that chose the way, such as {@code R19b}
 * @param because one plain sentence for the officer
 * @param ruleSetHash SHA-256 of the rules in force
 * @param directoryHash SHA-256 of the directory in force
 * @param content digest of the frozen content; all zeros until it was frozen, then see {@link #withContent}
 */
public record FrozenDecision(
        String party,
        TransferChannel transferChannel,
        String profile,
        String nextHop,
        boolean seal,
        String rule,
        String because,
        String ruleSetHash,
        String directoryHash,
        Fingerprint content) {

    /** The same, for content that was frozen after the way was known (whether it is sealed depends on the way). */
    public FrozenDecision withContent(Fingerprint frozen) {
        return new FrozenDecision(
                party, transferChannel, profile, nextHop, seal, rule, because, ruleSetHash, directoryHash, frozen);
    }
}
