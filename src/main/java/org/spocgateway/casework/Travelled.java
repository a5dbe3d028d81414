package org.spocgateway.casework;

import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;

/**
 * How an inbound message travelled.
 *
 * @param signature {@code valid} (the sender's, verified), {@code unverified}, {@code invalid}, {@code none} or {@code undetermined}
 * @param key name of our key that opened it; empty when it was not sealed
 */
public record Travelled(ArrivalGrade grade, String signature, Optional<String> key) {}
