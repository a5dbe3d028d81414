package org.spocgateway.envelope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Entity;

/** What is sealed or signed in a way that nobody before it in the list reads. */
final class UnknownLayers implements LayerReader {
    @Override
    public Optional<List<Peeled>> peel(Entity entity, Inside inside) throws IOException {
        if (entity.type().equals("multipart/encrypted") || isInlinePgp(entity)) {
            throw new UnreadableMail(Fault.RECIPIENT);
        }
        if (entity.type().equals("multipart/signed")) {
            throw inside.leave(Verdict.undetermined(Fault.UNKNOWN_ALGORITHM));
        }
        return Optional.empty();
    }

    private static boolean isInlinePgp(Entity entity) throws IOException {
        return entity.type().equals("text/plain")
                && new String(entity.start(200), StandardCharsets.ISO_8859_1)
                        .stripLeading()
                        .startsWith("-----BEGIN PGP MESSAGE-----");
    }
}
