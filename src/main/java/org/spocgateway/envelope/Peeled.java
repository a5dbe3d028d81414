package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.mime.Head;

/**
 * One layer that was taken off by a {@link LayerReader}.
 *
 * @param layer empty when there was only a signature that covers nothing
 * @param key the name of our key that opened a sealed layer
 * @param assured whether the layer itself proves that nobody changed it; true where nothing was sealed
 * @param verdict what a signature came to
 * @param headers header fields that were protected inside
 */
record Peeled(
        Optional<Layer> layer,
        Optional<String> key,
        boolean assured,
        Optional<Verdict> verdict,
        Optional<Head> headers) {

    Peeled(Optional<Layer> layer, Optional<String> key, boolean assured, Optional<Verdict> verdict) {
        this(layer, key, assured, verdict, Optional.empty());
    }

    static Peeled sealed(Layer layer, String key, boolean assured) {
        return new Peeled(Optional.of(layer), Optional.of(key), assured, Optional.empty());
    }

    static Peeled signed(String kind, Verdict verdict) {
        return new Peeled(
                Optional.of(new Layer(kind, verdict.algorithm())), Optional.empty(), true, Optional.of(verdict));
    }

    /** Neither sealed nor signed: only packed. */
    static Peeled packed(String kind, String algorithm) {
        return new Peeled(Optional.of(new Layer(kind, algorithm)), Optional.empty(), true, Optional.empty());
    }

    /** Not a layer of its own, but noted as one: header fields that are protected by the layers around. */
    static Peeled headers(String scheme, Head head) {
        return new Peeled(
                Optional.of(new Layer(Layer.HEADERS, scheme)),
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.of(head));
    }

    /** A signature that covers nothing of what is read. */
    static Peeled stray(Verdict verdict) {
        return new Peeled(Optional.empty(), Optional.empty(), true, Optional.of(verdict));
    }

    List<Peeled> around(List<Peeled> inside) {
        List<Peeled> all = new ArrayList<>();
        all.add(this);
        all.addAll(inside);
        return all;
    }

    /** Whether it proves what it covers. */
    boolean isProof() {
        return layer.isPresent()
                && verdict.filter(each -> each.signature() == Signature.VALID).isPresent();
    }
}
