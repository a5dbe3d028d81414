package org.spocgateway.envelope;

import java.util.Optional;

/** Reads the layers of one family: S/MIME, or OpenPGP. */
interface LayerReader {
    /**
     * Takes off the outermost layer.
     *
     * @return empty when the entity is no layer of this family
     * @throws UnreadableMail if it is one and cannot be taken off
     */
    Optional<Peeled> peel(Entity entity) throws Exception;
}
