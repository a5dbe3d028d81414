package org.spocgateway.envelope.container;

import java.time.Duration;

/**
 * How much one file may cost.
 *
 * @param bytes unpacked in all
 * @param ratio unpacked bytes to one packed byte, once more than 1 MB is unpacked
 * @param entries in all archives of the file together
 * @param depth archives within archives
 * @param time for the file as a whole
 */
public record Bounds(long bytes, int ratio, int entries, int depth, Duration time) {
    /** 50 MB, 200 to 1, 500 entries, 4 deep, 10 seconds. */
    public static final Bounds USUAL = new Bounds(50_000_000, 200, 500, 4, Duration.ofSeconds(10));
}
