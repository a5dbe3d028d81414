package org.spocgateway.wiring;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which private keys are ours, and how signers are checked. Passwords stand elsewhere: {@code gateway.secrets.NAME}, from the environment, a configtree or systemd.
 *
 * @param keys every key that mail to us may be sealed to, the retired ones too, and the one that signs
 * @param signingKey the name of the one that signs secure mail
 * @param openpgpKeys every OpenPGP key that mail to us may be sealed to; usually none
 * @param revocation where to learn whether a signer's certificate was withdrawn
 */
@ConfigurationProperties("gateway.envelope")
record EnvelopeSettings(
        @DefaultValue List<Key> keys,
        @DefaultValue("") String signingKey,
        @DefaultValue List<OpenPgpKey> openpgpKeys,
        @DefaultValue RevocationSettings revocation) {
    /**
     * One key.
     *
     * @param name as screens and logs call it, such as {@code spoc-2026}
     * @param store its PKCS#12 file
     */
    record Key(String name, Path store) {}

    /**
     * One OpenPGP key.
     *
     * @param name as screens and logs call it, such as {@code spoc-pgp-2026}
     * @param file its secret key, armoured, under a passphrase
     */
    record OpenPgpKey(String name, Path file) {}
}
