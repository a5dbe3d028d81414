package org.spocgateway.envelope;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Adds to what signatures came to whatever the message as a whole tells: its sender, its ciphers, its parts. */
final class Remarks {
    private Remarks() {}

    static Opened with(Opened opened, Sender sender) throws IOException {
        List<Fault> all = new ArrayList<>(opened.findings());
        all.addAll(sender.faults());
        boolean isWeak = opened.layers().stream().anyMatch(layer -> Strength.isOutdatedCipher(layer.algorithm()));
        if (isWeak) {
            all.add(Fault.WEAK_CIPHER);
        }
        if (opened.wasSealed() && !opened.integrity()) {
            all.add(Fault.OPEN_CBC);
        } else if (opened.wasSealed() && opened.signature() == Signature.NONE) {
            all.add(Fault.UNSIGNED);
        }
        all.addAll(Partial.in(opened.content()));
        return opened.with(all);
    }

    /** Adds what is to be said of files that were opened with a password. */
    static Opened with(Opened opened, List<Document> documents) {
        if (documents.isEmpty()) {
            return opened;
        }
        List<Fault> all = new ArrayList<>(opened.findings());
        all.add(documents.stream().anyMatch(Document::weak) ? Fault.WEAK_PASSWORD_FILE : Fault.PASSWORD_OPENED);
        return opened.with(all);
    }
}
