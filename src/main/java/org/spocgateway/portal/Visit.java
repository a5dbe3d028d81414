package org.spocgateway.portal;

import java.util.Locale;
import java.util.Optional;
import org.spocgateway.terms.TransferId;

/** One browser's way through one package. */
record Visit(String token, TransferId id, Stage stage, Optional<byte[]> draft) {
    /** How far it has come. */
    enum Stage {
        /** The first lock is open: the link was followed and a button pressed. */
        CODE,
        /** Both locks are open. */
        WHO,
        /** The person has said who they are and sees the request. */
        READING,
        /** The answer is sent. */
        DONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Stage of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return "Visit[" + id + ", " + stage + "]";
    }
}
