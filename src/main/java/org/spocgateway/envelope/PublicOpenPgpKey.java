package org.spocgateway.envelope;

import java.time.Instant;
import org.spocgateway.envelope.openpgp.PinnedKeys;

/** What an administrator is told of an OpenPGP key before mail comes that it signed. */
public final class PublicOpenPgpKey {
    private PublicOpenPgpKey() {}

    /** Whether it can be read and, at that moment, signs in a way that we believe: not run out, not withdrawn, not too short. */
    public static boolean maySign(String armored, Instant at) {
        return PinnedKeys.maySign(armored, at);
    }
}
