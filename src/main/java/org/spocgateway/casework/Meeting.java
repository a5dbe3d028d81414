package org.spocgateway.casework;

import java.time.Duration;
import java.time.Instant;
import org.spocgateway.terms.MeetingId;

/**
 * A meeting of the panel (policy 4.5).
 *
 * @param place a room or a dial-in; never a word about a case
 */
public record Meeting(MeetingId id, Instant begins, Duration lasts, String place) {}
