package org.spocgateway.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.envelope.mime.Blocks;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.Needle;
import org.spocgateway.envelope.mime.Parts;

/**
 * Finds sealed and signed parts that are not the whole message: they are never opened or believed, since whatever stands beside
 * them may be anybody's (EFAIL, "Re: What's up Johnny"). A forwarded message is a message of its own and not looked into.
 */
final class Partial {
    private static final Set<String> CMS = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Needle PGP_SEALED = new Needle("-----BEGIN PGP MESSAGE-----");
    private static final Needle PGP_SIGNED = new Needle("-----BEGIN PGP SIGNED MESSAGE-----");
    private static final int DEPTH_MOST = 20;
    private static final int PARTS_MOST = 500;
    private static final int TEXT_MOST = ReadMail.WHOLE_MOST;

    private final Set<Fault> found = EnumSet.noneOf(Fault.class);
    private int parts;

    private Partial() {}

    static List<Fault> in(Content content) throws IOException {
        var partial = new Partial();
        try (Blocks in = Source.blocks(content)) {
            partial.walk(Entity.of(in), "", 0);
        }
        return new ArrayList<>(partial.found);
    }

    private void walk(Entity entity, String parent, int depth) throws IOException {
        if (depth > DEPTH_MOST || ++parts > PARTS_MOST) {
            return;
        }
        String type = entity.type();
        if (!parent.isEmpty()) {
            part(entity, type, parent);
        } else if (type.startsWith("text/")) {
            beside(entity);
        }
        boolean isTaken = parent.isEmpty() && (type.equals("multipart/signed") || type.equals("multipart/encrypted"));
        if (type.startsWith("multipart/") && !isTaken) {
            Parts inside = entity.parts();
            for (Optional<InputStream> each = inside.next(); each.isPresent(); each = inside.next()) {
                walk(Entity.of(each.get()), type, depth + 1);
            }
        }
    }

    private void part(Entity entity, String type, String parent) throws IOException {
        boolean isHidden = parent.equals("multipart/alternative") || parent.equals("multipart/related");
        if (type.equals("multipart/signed")) {
            found.add(Fault.PARTLY_SIGNED);
        } else if (type.equals("multipart/encrypted")) {
            found.add(isHidden ? Fault.COVERT_SEALED : Fault.PARTLY_SEALED);
        } else if (CMS.contains(type)) {
            String kind = entity.parameter("smime-type").orElse("").toLowerCase(Locale.ROOT);
            found.add(
                    kind.equals("signed-data")
                            ? Fault.PARTLY_SIGNED
                            : isHidden ? Fault.COVERT_SEALED : Fault.PARTLY_SEALED);
        } else if (type.startsWith("text/")) {
            inline(entity.body().readNBytes(TEXT_MOST));
        }
    }

    private void inline(byte[] body) {
        if (PGP_SEALED.isIn(body)) {
            found.add(Fault.PARTLY_SEALED);
        }
        if (PGP_SIGNED.isIn(body)) {
            found.add(Fault.PARTLY_SIGNED);
        }
    }

    /** A whole message of text is partly sealed only where other words stand before its block. */
    private void beside(Entity text) throws IOException {
        byte[] body = text.body().readNBytes(TEXT_MOST);
        int start = 0;
        while (start < body.length && Character.isWhitespace(body[start] & 0xff)) {
            start++;
        }
        if (!PGP_SEALED.isAt(body, start) && !PGP_SIGNED.isAt(body, start)) {
            inline(body);
        }
    }
}
