package org.spocgateway.release;

import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.TransferChannel;

/**
 * What a decision was, for the row of the transfer: not a permission, only what {@link ReleaseRules#again} compares with.
 *
 * @param transferChannel the one way
 * @param profile how: {@code gcsx-2017}, {@code modern}, {@code relay}, {@code portal}
 * @param nextHop id of the next hop; empty text for the portal
 * @param seal whether the content is sealed to the recipient's certificate
 * @param rule the rule that chose the way, such as {@code R19b}
 * @param because one plain sentence for the officer
 * @param ruleSetHash SHA-256 of the rules in force
 * @param directoryHash SHA-256 of the directory in force
 */
public record FrozenDecision(
        TransferChannel transferChannel,
        String profile,
        String nextHop,
        boolean seal,
        String rule,
        String because,
        String ruleSetHash,
        String directoryHash,
        Fingerprint content) {}
