package org.spocgateway.wiring;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.envelope.KeyPlace;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which private keys are ours, and how signers are checked. Passwords stand elsewhere: {@code gateway.secrets.NAME}, from the environment, a configtree or systemd.
 *
 * @param keys every key that mail to us may be sealed to, the retired ones too, and the one that signs
 * @param signingKey the name of the one that signs secure mail
 * @param openpgpKeys every OpenPGP key that mail to us may be sealed to; usually none
 * @param revocation where to learn whether a signer's certificate was withdrawn
 * @param limits what is looked at before a message counts as too large
 */
@ConfigurationProperties("gateway.envelope")
record EnvelopeSettings(
        @DefaultValue List<Key> keys,
        @DefaultValue("") String signingKey,
        @DefaultValue List<OpenPgpKey> openpgpKeys,
        @DefaultValue RevocationSettings revocation,
        @DefaultValue LimitsSettings limits) {
    /**
     * One key.
     *
     * @param name as screens and logs call it, such as {@code spoc-2026}
     * @param store its PKCS#12 file; or
     * @param token the PKCS#11 library of the token that holds it
     * @param slot which of the library's slots, counted from 0
     * @param alias the label of its certificate in the token; its name where there is none
     */
    record Key(
            String name,
            @Nullable Path store,
            @Nullable Path token,
            @DefaultValue("0") int slot,
            @Nullable String alias) {
        KeyPlace place() {
            return KeyPlace.of(
                    name, Optional.ofNullable(store), Optional.ofNullable(token), slot, Optional.ofNullable(alias));
        }
    }

    /**
     * One OpenPGP key.
     *
     * @param name as screens and logs call it, such as {@code spoc-pgp-2026}
     * @param file its secret key, armoured, under a passphrase
     */
    record OpenPgpKey(String name, Path file) {}
}
