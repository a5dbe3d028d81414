package org.spocgateway.envelope;

import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Entity;

/** What is sealed or signed in a way that nobody before it in the list reads. */
final class UnknownLayers implements LayerReader {
    @Override
    public Optional<List<Peeled>> peel(Entity entity, Inside inside) {
        if (entity.type().equals("multipart/encrypted")) {
            throw new UnreadableMail(Fault.RECIPIENT);
        }
        if (entity.type().equals("multipart/signed")) {
            throw inside.leave(Verdict.undetermined(Fault.UNKNOWN_ALGORITHM));
        }
        return Optional.empty();
    }
}
