package org.spocgateway.intake;

import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Layer;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Signature;
import org.spocgateway.envelope.Signer;

/** What was proven while opening, without the content; stored sealed beside the row. */
record OpeningFacts(
        List<Layer> layers,
        Optional<String> key,
        Signature signature,
        Optional<Signer> signer,
        boolean integrity,
        boolean bound,
        boolean pinned,
        List<Fault> findings) {
    @SuppressWarnings("NullAway") // records of earlier versions have none
    OpeningFacts {
        findings = findings == null ? List.of() : findings;
    }

    static OpeningFacts of(Opened opened) {
        return new OpeningFacts(
                opened.layers(),
                opened.key(),
                opened.signature(),
                opened.signer(),
                opened.integrity(),
                opened.bound(),
                opened.pinned(),
                opened.findings());
    }

    /** Whether signature and sender were verified while opening. */
    boolean verified() {
        return with(Content.of(new byte[0])).isVerified();
    }

    Opened with(Content content) {
        return new Opened(content, layers, key, signature, signer, integrity, bound, pinned, findings);
    }
}
