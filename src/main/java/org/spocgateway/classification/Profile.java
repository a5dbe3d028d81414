package org.spocgateway.classification;

import java.util.List;

/**
 * What a dated profile of channels.yaml asks of arriving mail.
 *
 * @param threshold the worst grade that may still propose an opening (domain 3.4)
 * @param trustedRelays servers of the closed government network whose {@code Received} line is believed
 * @param relaySenders domains that are reached through those relays only
 */
record Profile(String name, ArrivalGrade threshold, List<String> trustedRelays, List<String> relaySenders) {}
