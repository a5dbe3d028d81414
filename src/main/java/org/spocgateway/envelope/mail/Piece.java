package org.spocgateway.envelope.mail;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.envelope.mime.Lines;

/** One MIME entity within the bytes of a message, nothing copied (RFC 2045). */
final class Piece {
    private final byte[] bytes;
    private final int from;
    private final int body;
    private final int to;
    private final Fields fields;

    private Piece(byte[] bytes, int from, int body, int to, Fields fields) {
        this.bytes = bytes;
        this.from = from;
        this.body = body;
        this.to = to;
        this.fields = fields;
    }

    /** The header goes to the first empty line. */
    static Piece of(byte[] bytes, int from, int to, Bounds bounds) {
        int at = from;
        int end = from;
        while (at < to) {
            end = at;
            at = Lines.after(bytes, at, to);
            if (Lines.isBlank(bytes, end, at)) {
                return new Piece(bytes, from, at, to, Fields.of(bytes, from, end, bounds));
            }
        }
        return new Piece(bytes, from, to, to, Fields.of(bytes, from, to, bounds));
    }

    Piece within(int start, int end, Bounds bounds) {
        return of(bytes, start, end, bounds);
    }

    Fields fields() {
        return fields;
    }

    byte[] source() {
        return bytes;
    }

    int body() {
        return body;
    }

    int end() {
        return to;
    }

    /** Header and body as they stand. */
    byte[] raw() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Lower case, without parameters; {@code text/plain} when there is none. */
    String type() {
        String type = fields.first("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.indexOf('/') <= 0 ? "text/plain" : type;
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(Values.of(fields.first("content-type")).get(name));
    }

    /** Whether its sender calls it a file. */
    boolean isAttached() {
        return fields.first("content-disposition").split(";", 2)[0].strip().equalsIgnoreCase("attachment");
    }

    /** As the sender wrote it; without control characters, otherwise untouched. */
    Optional<String> fileName() {
        Map<String, String> disposition = Values.of(fields.first("content-disposition"));
        return Optional.ofNullable(disposition.get("filename"))
                .or(() -> parameter("name"))
                .map(name -> Words.decoded(name).replaceAll("\\p{Cntrl}", ""))
                .filter(name -> !name.isBlank());
    }

    /** Its body. */
    Encoded content() {
        return new Encoded(bytes, body, to, fields.first("content-transfer-encoding"));
    }

    /** Without its transfer encoding. */
    byte[] decoded() {
        return content().bytes();
    }
}
