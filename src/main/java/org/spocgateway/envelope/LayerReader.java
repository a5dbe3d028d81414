package org.spocgateway.envelope;

import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Entity;

/**
 * Reads the layers of one family: S/MIME, or OpenPGP.
 *
 * <p>Everything is read once and in order: the reader takes its own layer off, hands the inside on, and judges what came last when
 * the inside has passed by.
 */
interface LayerReader {
    /**
     * Takes off the outermost layer and goes on inside.
     *
     * @return this layer and those inside, outermost first; empty when the entity is no layer of this family
     * @throws UnreadableMail if it is one and cannot be taken off
     */
    Optional<List<Peeled>> peel(Entity entity, Inside inside) throws Exception;
}
