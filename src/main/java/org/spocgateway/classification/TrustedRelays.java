package org.spocgateway.classification;

import java.util.List;

/**
 * The closed government network, as far as a dated profile of channels.yaml still believes in it (domain 3.1).
 *
 * @param profile id of the profile, such as {@code gcsx-2017}
 * @param relays servers whose {@code Received} line is believed
 * @param senders domains that are reached through those relays only
 */
record TrustedRelays(String profile, List<String> relays, List<String> senders) {
    static final TrustedRelays NONE = new TrustedRelays("none", List.of(), List.of());
}
