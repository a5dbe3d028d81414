package org.spocgateway.envelope.mime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A message too large to be read in memory, with all its parts and headers, but of each long body only the beginning.
 *
 * <p>The beginning of a base64 body is good base64, so an attachment keeps its name, its type and its first bytes.
 */
public final class Abridged {
    private static final int BODY_MOST = 1 << 20;
    private static final int ALL_MOST = 1 << 22;
    private static final int DEPTH_MOST = 20;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    private Abridged() {}

    /** At most about 4 MiB, whatever the message. */
    public static byte[] of(InputStream message) throws IOException {
        var abridged = new Abridged();
        abridged.copy(Entity.of(message), 0);
        return abridged.out.toByteArray();
    }

    private void copy(Entity entity, int depth) throws IOException {
        if (out.size() + entity.head().bytes().length > ALL_MOST) {
            return;
        }
        out.writeBytes(entity.head().bytes());
        Optional<String> boundary = entity.parameter("boundary").map(String::stripTrailing);
        if (entity.type().startsWith("multipart/") && boundary.isPresent() && depth < DEPTH_MOST) {
            parts(entity.parts(), boundary.get(), depth);
        } else if (isMessage(entity) && depth < DEPTH_MOST) {
            copy(Entity.of(entity.body()), depth + 1);
        } else {
            out.writeBytes(entity.body().readNBytes(Math.min(BODY_MOST, Math.max(0, ALL_MOST - out.size()))));
        }
    }

    private void parts(Parts parts, String boundary, int depth) throws IOException {
        for (Optional<InputStream> part = parts.next(); part.isPresent(); part = parts.next()) {
            line("\r\n--" + boundary);
            copy(Entity.of(part.get()), depth + 1);
        }
        line("\r\n--" + boundary + "--");
    }

    private void line(String text) {
        if (out.size() < ALL_MOST) {
            out.writeBytes((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static boolean isMessage(Entity entity) {
        String encoding = entity.head().field("content-transfer-encoding").strip();
        return entity.type().equals("message/rfc822")
                && !encoding.equalsIgnoreCase("base64")
                && !encoding.equalsIgnoreCase("quoted-printable");
    }
}
