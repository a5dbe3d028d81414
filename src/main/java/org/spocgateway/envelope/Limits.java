package org.spocgateway.envelope;

/**
 * What is looked at before a message counts as {@link Fault#TOO_LARGE}.
 *
 * @param bytes size of the message as it came, and of every layer within
 * @param depth parts within parts, and layers of S/MIME
 * @param parts MIME parts in all
 * @param ratio how many bytes may come out of a compressed layer for each that went in
 */
public record Limits(long bytes, int depth, int parts, int ratio) {
    /** 150 MB, 20 deep, 500 parts, 100 to 1. */
    public static final Limits USUAL = new Limits(150_000_000, 20, 500, 100);

    /** With the usual ratio. */
    public Limits(long bytes, int depth, int parts) {
        this(bytes, depth, parts, 100);
    }
}
