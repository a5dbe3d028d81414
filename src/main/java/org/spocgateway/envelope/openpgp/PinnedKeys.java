package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.KeyIdentifier;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.pgpainless.PGPainless;

/** The OpenPGP certificates that are pinned, and those among them that are pinned for the sender of one message. */
public final class PinnedKeys {
    /** No certificate at all. */
    public static final PinnedKeys NONE = new PinnedKeys(List.of());

    /** One certificate; {@code isSenders} says whether it is pinned for the sender of the message. */
    record Pin(PGPPublicKeyRing certificate, boolean isSenders) {
        String fingerprint() {
            return HexFormat.of().formatHex(certificate.getPublicKey().getFingerprint());
        }
    }

    /** The key within a certificate that a signature names. */
    record Candidate(Pin pin, PGPPublicKey key) {}

    private final List<Pin> pins;

    private PinnedKeys(List<Pin> pins) {
        this.pins = List.copyOf(pins);
    }

    /** With one more; one that cannot be read adds nothing, and was told when the directory was read. */
    public PinnedKeys with(String armored, boolean isSenders) {
        List<Pin> more = new ArrayList<>(pins);
        certificate(armored).ifPresent(certificate -> more.add(new Pin(certificate, isSenders)));
        return new PinnedKeys(more);
    }

    /** Whether one of them is pinned for the sender. */
    public boolean knowsSender() {
        return pins.stream().anyMatch(Pin::isSenders);
    }

    private static Optional<PGPPublicKeyRing> certificate(String armored) {
        try {
            return Optional.ofNullable(PGPainless.readKeyRing()
                    .publicKeyRing(new ByteArrayInputStream(armored.getBytes(StandardCharsets.US_ASCII))));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a certificate can be read and has, at that moment, a key that may sign and that we believe. */
    public static boolean maySign(String armored, Instant at) {
        return certificate(armored).filter(ring -> Papers.maySign(ring, at)).isPresent();
    }

    /** Those that may have made a signature, the sender's first. */
    List<Candidate> candidates(PGPSignature signature) {
        List<Candidate> found = new ArrayList<>();
        for (Pin pin : pins) {
            for (Iterator<PGPPublicKey> each = pin.certificate().getPublicKeys(); each.hasNext(); ) {
                PGPPublicKey key = each.next();
                if (signature.getKeyIdentifiers().stream().anyMatch(named -> names(named, key))) {
                    found.add(pin.isSenders() ? 0 : found.size(), new Candidate(pin, key));
                }
            }
        }
        return found;
    }

    private static boolean names(KeyIdentifier named, PGPPublicKey key) {
        return !named.isWildcard() && named.matchesExplicit(key.getKeyIdentifier());
    }
}
