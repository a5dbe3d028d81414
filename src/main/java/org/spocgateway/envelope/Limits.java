package org.spocgateway.envelope;

/**
 * What is looked at before a message counts as {@link Fault#TOO_LARGE}.
 *
 * @param bytes size of the message as it came, and of every layer within
 * @param depth parts within parts, and layers of S/MIME
 * @param parts MIME parts in all
 */
public record Limits(long bytes, int depth, int parts) {
    /** 50 MB, 20 deep, 500 parts. */
    public static final Limits USUAL = new Limits(50_000_000, 20, 500);
}
