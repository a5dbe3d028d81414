package org.spocgateway.envelope.mail;

import java.time.Duration;

/**
 * How much reading one message may cost.
 *
 * @param depth parts within parts
 * @param parts in all
 * @param fields in one header
 * @param field bytes of one header field
 * @param text characters of readable text that are kept
 * @param time for the message as a whole
 */
public record Bounds(int depth, int parts, int fields, int field, int text, Duration time) {
    /** As these, with 1000 fields of 512 KiB, a mebi of characters and 10 seconds. */
    public static Bounds of(int depth, int parts) {
        return new Bounds(depth, parts, 1000, 1 << 19, 1 << 20, Duration.ofSeconds(10));
    }
}
