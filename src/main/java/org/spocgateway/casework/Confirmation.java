package org.spocgateway.casework;

import org.spocgateway.terms.InboundId;

/**
 * An officer's answer to a proposal: yes, this is police saying that information gathering can commence.
 *
 * @param message the message that proposes it; another one than the case waits with is not confirmed
 * @param receivedSecurely the tick "received securely" (policy 4.6, R23); without it nothing opens
 */
public record Confirmation(InboundId message, boolean receivedSecurely) {}
