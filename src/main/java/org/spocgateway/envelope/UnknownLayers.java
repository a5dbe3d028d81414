package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** What is sealed or signed in a way that nobody before it in the list reads. */
final class UnknownLayers implements LayerReader {
    @Override
    public Optional<Peeled> peel(Entity entity) {
        if (entity.type().equals("multipart/encrypted") || isInlinePgp(entity)) {
            throw new UnreadableMail(Fault.RECIPIENT);
        }
        return entity.type().equals("multipart/signed")
                ? Optional.of(Peeled.stray(Verdict.undetermined(Fault.UNKNOWN_ALGORITHM)))
                : Optional.empty();
    }

    private static boolean isInlinePgp(Entity entity) {
        return entity.type().equals("text/plain")
                && new String(Arrays.copyOf(entity.body(), 200), StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .startsWith("-----BEGIN PGP MESSAGE-----");
    }
}
