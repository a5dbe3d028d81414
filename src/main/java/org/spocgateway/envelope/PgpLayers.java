package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.LineEnds;
import org.spocgateway.envelope.mime.Metered;
import org.spocgateway.envelope.mime.Parts;
import org.spocgateway.envelope.openpgp.Armor;
import org.spocgateway.envelope.openpgp.OpenPgp;
import org.spocgateway.envelope.openpgp.Refusal;

/** OpenPGP that is the whole entity: PGP/MIME (RFC 3156), or a text that is one armoured block. */
final class PgpLayers implements LayerReader {
    private static final String CONTROL = "application/pgp-encrypted";
    private static final String SIGNATURE = "application/pgp-signature";
    private static final Set<String> TEXTS = Set.of("text/plain", "application/pgp");
    private static final Pattern CHARSET = Pattern.compile("[A-Za-z0-9._:-]{1,40}");
    private static final int LOOKED_AT = 8192;
    private static final int SIGNATURE_BYTES_MOST = 1 << 20;

    private final OpenPgp pgp;
    private final PgpSigner signer;

    PgpLayers(OpenPgp pgp, PgpSigner signer) {
        this.pgp = pgp;
        this.signer = signer;
    }

    @Override
    public Optional<List<Peeled>> peel(Entity entity, Inside inside) throws Exception {
        Optional<String> protocol =
                entity.parameter("protocol").map(name -> name.strip().toLowerCase(Locale.ROOT));
        if (entity.type().equals("multipart/encrypted")
                && protocol.map(CONTROL::equals).orElse(true)) {
            return Optional.of(sealed(entity.parts(), inside));
        }
        if (entity.type().equals("multipart/mixed") && start(entity).contains(CONTROL)) {
            return Optional.of(mangled(entity.parts(), inside));
        }
        if (entity.type().equals("multipart/signed")
                && protocol.map(SIGNATURE::equals).orElse(false)) {
            return Optional.of(beside(entity.parts(), inside));
        }
        return TEXTS.contains(entity.type()) && !isAttached(entity) ? text(entity, inside) : Optional.empty();
    }

    private static boolean isAttached(Entity entity) {
        return entity.head()
                .field("content-disposition")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
    }

    private static String start(Entity entity) throws IOException {
        return new String(entity.start(LOOKED_AT), ISO_8859_1);
    }

    /** The two parts of RFC 3156 section 4 and nothing else. */
    private List<Peeled> sealed(Parts parts, Inside inside) throws Exception {
        Optional<InputStream> control = parts.next();
        if (control.isEmpty() || !Entity.of(control.get()).type().equals(CONTROL)) {
            throw new UnreadableMail(Fault.DAMAGED);
        }
        Optional<InputStream> message = parts.next();
        if (message.isEmpty()) {
            throw new UnreadableMail(Fault.DAMAGED);
        }
        byte[] body = bytes(Entity.of(message.get()).decoded());
        if (parts.next().isPresent()) {
            throw new UnreadableMail(Fault.DAMAGED);
        }
        return taken(body, inside);
    }

    /** Exchange puts an empty text before the two parts and calls it mixed; with anything more it is no layer. */
    private List<Peeled> mangled(Parts parts, Inside inside) throws Exception {
        Optional<InputStream> text = parts.next();
        boolean isEmpty = text.isPresent() && isEmptyText(Entity.of(text.get()));
        Optional<InputStream> control = parts.next();
        boolean isControl =
                control.isPresent() && Entity.of(control.get()).type().equals(CONTROL);
        Optional<InputStream> message = parts.next();
        if (!isEmpty || !isControl || message.isEmpty()) {
            throw inside.leave(Verdict.NONE);
        }
        byte[] body = bytes(Entity.of(message.get()).decoded());
        if (parts.next().isPresent()) {
            throw inside.leave(Verdict.NONE);
        }
        return taken(body, inside);
    }

    private static boolean isEmptyText(Entity entity) throws IOException {
        return entity.type().equals("text/plain") && start(entity).isBlank();
    }

    private List<Peeled> taken(byte[] body, Inside inside) throws Exception {
        org.spocgateway.envelope.openpgp.Opened opened;
        try {
            Optional<Armor> armor = Armor.whole(body).filter(each -> each.kind().equals("MESSAGE"));
            opened = pgp.open(armor.map(Armor::data).orElse(body), armor.flatMap(Armor::charset), signer.keys());
        } catch (Refusal e) {
            throw unreadable(e);
        }
        return layer(opened).around(inside.read(new ByteArrayInputStream(opened.content())));
    }

    private Peeled layer(org.spocgateway.envelope.openpgp.Opened opened) {
        Layer layer = opened.cipher()
                .map(cipher -> new Layer("pgp-sealed", cipher, "OpenPGP"))
                .orElseGet(() -> new Layer("signed-pgp", opened.mark().algorithm()));
        return new Peeled(Optional.of(layer), opened.key(), true, signer.verdict(opened.mark()));
    }

    private Optional<List<Peeled>> text(Entity entity, Inside inside) throws Exception {
        String start = unpacked(entity).stripLeading();
        boolean isSealed = start.startsWith("-----BEGIN PGP MESSAGE-----");
        boolean isClear = start.startsWith("-----BEGIN PGP SIGNED MESSAGE-----");
        if (!isSealed && !isClear) {
            return Optional.empty();
        }
        org.spocgateway.envelope.openpgp.Opened opened;
        try {
            opened = pgp.text(bytes(entity.decoded()), signer.keys())
                    .orElseThrow(() -> inside.leave(Verdict.NONE.with(Signature.NONE, List.of(Fault.PARTLY_SEALED))));
        } catch (Refusal e) {
            throw isClear ? inside.leave(Verdict.undetermined(Fault.PARTLY_SIGNED)) : unreadable(e);
        }
        return Optional.of(layer(opened).around(inside.read(words(entity, opened))));
    }

    /** The start of a text; of one in base64 as much as decodes. */
    private static String unpacked(Entity entity) throws IOException {
        String start = start(entity);
        boolean isPacked =
                entity.head().field("content-transfer-encoding").strip().equalsIgnoreCase("base64");
        if (!isPacked) {
            return start;
        }
        String first = start.stripLeading().split("\\s", 2)[0];
        try {
            return new String(Base64.getDecoder().decode(first.substring(0, first.length() / 4 * 4)), ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return start;
        }
    }

    /** Words that were sealed or signed without a header of their own. */
    private static Entity words(Entity outer, org.spocgateway.envelope.openpgp.Opened opened) throws IOException {
        String named = opened.charset()
                .or(() -> outer.parameter("charset"))
                .filter(name -> CHARSET.matcher(name).matches())
                .orElse("utf-8");
        String head = "Content-Type: text/plain; charset=" + named + "\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
        return Entity.of(new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(ISO_8859_1)), new ByteArrayInputStream(opened.content())));
    }

    private List<Peeled> beside(Parts parts, Inside inside) throws Exception {
        Optional<InputStream> first = parts.next();
        if (first.isEmpty()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        byte[] content = bytes(first.get());
        Optional<InputStream> second = parts.next();
        if (second.isEmpty()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        Verdict verdict = verdict(content, Entity.of(second.get()));
        if (parts.next().isPresent()) {
            throw inside.leave(Verdict.invalid(Fault.BROKEN));
        }
        return Peeled.signed("signed-pgp", verdict).around(inside.read(Entity.of(content)));
    }

    /** Over CR LF line ends, whatever the mailbox made of them. */
    private Verdict verdict(byte[] content, Entity part) throws IOException {
        if (!part.type().equals(SIGNATURE)) {
            return Verdict.invalid(Fault.BROKEN);
        }
        byte[] signature = part.decoded().readNBytes(SIGNATURE_BYTES_MOST);
        var lines = new ByteArrayOutputStream(content.length + 256);
        LineEnds.forVerifying(lines).write(content, 0, content.length);
        return signer.verdict(pgp.beside(lines.toByteArray(), signature, signer.keys()))
                .orElse(Verdict.invalid(Fault.BROKEN));
    }

    private byte[] bytes(InputStream in) throws IOException {
        return new Metered(in, pgp.most()).readAllBytes();
    }

    private static UnreadableMail unreadable(Refusal refusal) {
        return new UnreadableMail(
                switch (refusal.why()) {
                    case MALFORMED, DAMAGED -> Fault.DAMAGED;
                    case VERSION -> Fault.PGP_VERSION;
                    case RECIPIENT -> Fault.RECIPIENT;
                    case ALGORITHM -> Fault.ALGORITHM;
                    case INTEGRITY -> Fault.PGP_UNPROTECTED;
                    case TOO_LARGE -> Fault.TOO_LARGE;
                });
    }
}
