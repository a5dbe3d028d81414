package org.spocgateway.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.spocgateway.Installation;
import org.spocgateway.envelope.openpgp.PgpMaker;

class OpenPgpKeysTest {
    private static final PGPSecretKeyRing NORTHMERE = PgpMaker.person("prevent.referrals@northmere.police.uk");
    private static final PGPSecretKeyRing LARKHILL = PgpMaker.modern("larkhill.safeguarding@nhs.net");
    private static final String FORCES = "directory/forces.yaml";

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void install() throws IOException {
        installation = Installation.in(folder);
        put("forces/northmere.asc", PgpMaker.armored(NORTHMERE));
        put("partners/larkhill.asc", PgpMaker.armored(LARKHILL));
    }

    @Test
    void keys_are_pinned_by_the_fingerprint_that_was_read_out() {
        String spaced = print(NORTHMERE).toUpperCase(Locale.ROOT).replaceAll("(.{4})", "$1 ");
        pin("forces/northmere.asc", spaced.strip());
        installation.replace(
                "directory/partners.yaml",
                "    certificate: partners/larkhill-safeguarding.pem\n",
                "    openpgp: { key: partners/larkhill.asc, fingerprint: " + print(LARKHILL) + " }\n");
        Directory directory = installation.directory();

        assertThat(directory.forces().get(0).openPgpSigners()).singleElement().satisfies(pin -> {
            assertThat(pin.address().value()).isEqualTo("prevent.referrals@northmere.police.uk");
            assertThat(pin.key().fingerprint()).isEqualTo(print(NORTHMERE)).hasSize(40);
        });
        assertThat(directory.partners().get(0).openPgp().orElseThrow().fingerprint())
                .isEqualTo(print(LARKHILL))
                .hasSize(64);
    }

    @Test
    void the_hash_changes_with_the_key() throws IOException {
        pin("forces/northmere.asc", print(NORTHMERE));
        String before = installation.directory().hash();
        put("forces/northmere.asc", PgpMaker.armored(NORTHMERE) + "\n");

        assertThat(Directory.read(installation.config(), installation.certs()).hash())
                .isNotEqualTo(before);
    }

    @Test
    void another_key_than_the_one_with_the_fingerprint_is_refused() {
        pin("forces/northmere.asc", print(LARKHILL));

        told("certs/forces/northmere.asc holds another key than the one with this fingerprint.", "fingerprint");
    }

    @Test
    void a_wrong_fingerprint_a_missing_file_and_a_misspelt_key_are_told() {
        pin("forces/northmere.asc", "0x12AB");
        told("'fingerprint' is not the fingerprint of an OpenPGP key.", "fingerprint");
        installation.replace(FORCES, "forces/northmere.asc, fingerprint: 0x12AB", "forces/gone.asc, fingerprnt: x");
        told("There is no certificate certs/forces/gone.asc.", "key");
        told("The key 'fingerprnt' is not known here.", "fingerprnt");
    }

    @Test
    void a_file_with_a_secret_with_two_keys_or_with_none_is_told() throws IOException {
        pin("forces/northmere.asc", print(NORTHMERE));
        put("forces/northmere.asc", PGPainless.asciiArmor(NORTHMERE));
        told("certs/forces/northmere.asc holds a private key.", "key");
        put("forces/northmere.asc", PgpMaker.armored(NORTHMERE) + "\n" + PgpMaker.armored(LARKHILL));
        told("certs/forces/northmere.asc is not one armoured OpenPGP public key.", "key");
        put(
                "forces/northmere.asc",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nnone\n-----END PGP PUBLIC KEY BLOCK-----\n");
        told("certs/forces/northmere.asc is not one armoured OpenPGP public key.", "key");
    }

    private void told(String sentence, String key) {
        int line = installation.lineOf(FORCES, key + ": ");
        assertThatThrownBy(() -> Directory.read(installation.config(), installation.certs()))
                .isInstanceOfSatisfying(
                        ConfigurationFaults.class,
                        thrown -> assertThat(thrown.faults()).anySatisfy(fault -> {
                            assertThat(fault.sentence()).isEqualTo(sentence);
                            assertThat(fault.line()).isEqualTo(line);
                            assertThat(fault.fix()).isNotBlank();
                        }));
    }

    private void pin(String file, String fingerprint) {
        installation.replace(
                FORCES,
                "        certificate: forces/northmere-prevent-referrals.pem\n",
                "        openpgp: { key: " + file + ", fingerprint: " + fingerprint + " }\n");
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(installation.certs().resolve(name), text);
    }

    private static String print(PGPSecretKeyRing key) {
        return HexFormat.of().formatHex(key.getPublicKey().getFingerprint());
    }
}
