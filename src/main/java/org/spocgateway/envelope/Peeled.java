package org.spocgateway.envelope;

import java.util.Optional;

/**
 * One layer, taken off by a {@link LayerReader}.
 *
 * @param layer empty when there was only a signature that covers nothing
 * @param key the name of our key that opened a sealed layer
 * @param assured whether the layer itself proves that nobody changed it; true where nothing was sealed
 * @param verdict what a signature came to
 * @param content what was inside; empty when there is nothing to go on with
 */
record Peeled(
        Optional<Layer> layer,
        Optional<String> key,
        boolean assured,
        Optional<Verdict> verdict,
        Optional<Entity> content) {

    static Peeled sealed(Layer layer, String key, boolean assured, Entity content) {
        return new Peeled(Optional.of(layer), Optional.of(key), assured, Optional.empty(), Optional.of(content));
    }

    static Peeled signed(String kind, Verdict verdict, Entity content) {
        var layer = new Layer(kind, verdict.algorithm());
        return new Peeled(Optional.of(layer), Optional.empty(), true, Optional.of(verdict), Optional.of(content));
    }

    /** A signature that covers nothing of what is read. */
    static Peeled stray(Verdict verdict) {
        return new Peeled(Optional.empty(), Optional.empty(), true, Optional.of(verdict), Optional.empty());
    }
}
