package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes off layer after layer of one message until plain MIME is left; used once.
 *
 * <p>Only a layer that is the whole entity counts: a sealed or signed part beside other parts stays an attachment (EFAIL, and
 * footers of mailing lists).
 */
final class Unwrapping {
    private final List<LayerReader> readers;
    private final Limits limits;
    private final List<Layer> layers = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private Optional<String> key = Optional.empty();
    private boolean isAssured = true;

    /** @param readers one for each family of layers, in the order in which they are asked */
    Unwrapping(List<LayerReader> readers, Limits limits) {
        this.readers = readers;
        this.limits = limits;
    }

    /** @throws UnreadableMail if a layer cannot be taken off */
    Opened all(byte[] raw) throws Exception {
        Entity entity = Entity.of(raw);
        for (Optional<Entity> next = Optional.of(entity); next.isPresent(); next = inside(entity)) {
            entity = next.get();
            if (layers.size() > limits.depth() || entity.bytes().length > limits.bytes()) {
                throw new UnreadableMail(Fault.TOO_LARGE);
            }
        }
        Verdict verdict = Verdict.ofAll(verdicts);
        return new Opened(
                entity.bytes(),
                List.copyOf(layers),
                key,
                verdict.signature(),
                verdict.signer(),
                isAssured,
                verdict.bound(),
                verdict.pinned(),
                verdict.findings());
    }

    private Optional<Entity> inside(Entity entity) throws Exception {
        for (LayerReader reader : readers) {
            Optional<Peeled> peeled = reader.peel(entity);
            if (peeled.isPresent()) {
                note(peeled.get());
                return peeled.get().content();
            }
        }
        return Optional.empty();
    }

    /** A valid signature proves every block-cipher layer around it: whoever changed one could not have made the other. */
    private void note(Peeled peeled) {
        peeled.layer().ifPresent(layers::add);
        peeled.verdict().ifPresent(verdicts::add);
        key = key.isPresent() ? key : peeled.key();
        boolean isProven = peeled.layer().isPresent()
                && peeled.verdict()
                        .filter(verdict -> verdict.signature() == Signature.VALID)
                        .isPresent();
        isAssured = isProven || (isAssured && peeled.assured());
    }
}
