package org.spocgateway.release;

import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.TransferChannel;

/**
 * The one way of sending that the directory gives to a recipient.
 *
 * @param transferChannel empty when there is none
 * @param rule the rule that chose it
 * @param sentence key of that rule's sentence on why
 * @param words fill the places of the sentence
 */
record Way(
        Optional<TransferChannel> transferChannel,
        String profile,
        String nextHop,
        boolean seal,
        String rule,
        String sentence,
        Map<String, String> words) {

    static final Way NONE = new Way(Optional.empty(), "", "", false, "R32", "no-way", Map.of());

    static Way none(String rule, String sentence) {
        return new Way(Optional.empty(), "", "", false, rule, sentence, Map.of());
    }

    static Way standard(String nextHop) {
        return new Way(Optional.of(TransferChannel.INTERNAL_STANDARD), "relay", nextHop, false, "R18", "way", Map.of());
    }

    static Way portal(String rule, String sentence) {
        return new Way(Optional.of(TransferChannel.EGRESS_STYLE), "portal", "", false, rule, sentence, Map.of());
    }

    static Way secureMail(String rule, String profile, String nextHop, boolean seal) {
        return new Way(
                Optional.of(TransferChannel.GCSX),
                profile,
                nextHop,
                seal,
                rule,
                "way",
                rule.equals("R19") ? Map.of("profile", profile) : Map.of());
    }

    boolean exists() {
        return transferChannel.isPresent();
    }
}
