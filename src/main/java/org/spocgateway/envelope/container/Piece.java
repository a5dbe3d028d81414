package org.spocgateway.envelope.container;

/**
 * A file that came out of a locked one.
 *
 * @param name as the sender wrote it, the last part only; data, never a path
 * @param type told by content, lower-case media type
 */
public record Piece(String name, String type, byte[] content) {
    @Override
    public String toString() {
        return "Piece[" + type + ", " + content.length + " bytes]";
    }
}
