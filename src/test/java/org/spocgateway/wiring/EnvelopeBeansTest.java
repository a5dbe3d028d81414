package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.envelope.openpgp.PgpMaker;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EnvelopeBeansTest {
    private static final String PASSWORD = "a long secret";

    @TempDir
    static Path folder;

    private static DemonstrationPki pki;

    @BeforeAll
    static void keys() {
        pki = DemonstrationPki.make(folder, PASSWORD);
    }

    @Test
    void keys_are_read_from_their_files_with_passwords_from_outside() {
        runner("spoc-2026", "secure-identity-2026").run(context -> {
            assertThat(context).hasSingleBean(Envelopes.class).hasSingleBean(Sealing.class);
            assertThat(context.getBean(KeyRing.class).named("spoc-2026")).isPresent();
        });
    }

    @Test
    void a_missing_file_and_a_wrong_password_are_both_said_at_once_without_the_password() {
        runner("spoc-2026", "secure-identity-2026")
                .withPropertyValues(
                        "gateway.envelope.keys[0].store=" + folder.resolve("nowhere.p12"),
                        "gateway.secrets.secure-identity-2026=wrong password")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOfSatisfying(
                                KeysRefused.class,
                                refused -> assertThat(refused.getExitCode()).isEqualTo(2))
                        .hasMessageContaining("nowhere.p12")
                        .hasMessageContaining("gateway.secrets.secure-identity-2026")
                        .hasMessageNotContaining("wrong password")
                        .message()
                        .hasLineCount(2));
    }

    @Test
    void an_openpgp_key_is_read_too_and_told_when_it_cannot_be() throws Exception {
        Path file = folder.resolve("spoc-pgp.asc");
        Files.writeString(
                file, PGPainless.asciiArmor(PgpMaker.locked(PgpMaker.person("channel.spoc@brackenford.gov.uk"))));
        ApplicationContextRunner runner = runner("secure-identity-2026")
                .withPropertyValues(
                        "gateway.envelope.openpgp-keys[0].name=spoc-pgp",
                        "gateway.envelope.openpgp-keys[0].file=" + file);

        runner.withPropertyValues("gateway.secrets.spoc-pgp=" + PgpMaker.PASSPHRASE)
                .run(context -> assertThat(context).hasSingleBean(Envelopes.class));
        runner.withPropertyValues("gateway.secrets.spoc-pgp=another")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(KeysRefused.class)
                        .hasMessageContaining("does not open with the password in gateway.secrets.spoc-pgp"));
        Files.writeString(file, PGPainless.asciiArmor(PgpMaker.person("channel.spoc@brackenford.gov.uk")));
        runner.withPropertyValues("gateway.secrets.spoc-pgp=" + PgpMaker.PASSPHRASE)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("is not protected by a passphrase"));
    }

    @Test
    void the_signing_key_must_be_one_of_ours() {
        runner("spoc-2026", "spoc-2025")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(KeysRefused.class)
                        .hasMessageContaining("gateway.envelope.signing-key"));
    }

    @Test
    void limits_are_read_and_those_out_of_range_are_all_told_at_once() {
        runner("secure-identity-2026")
                .withPropertyValues("gateway.envelope.limits.megabytes=20", "gateway.envelope.limits.depth=5")
                .run(context -> assertThat(
                                context.getBean(EnvelopeSettings.class).limits().limits())
                        .isEqualTo(new Limits(20_000_000, 5, 500, 100)));
        runner("secure-identity-2026")
                .withPropertyValues("gateway.envelope.limits.megabytes=0", "gateway.envelope.limits.parts=501")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(KeysRefused.class)
                        .hasMessageContaining("gateway.envelope.limits.megabytes: 0 is out of range")
                        .hasMessageContaining("gateway.envelope.limits.parts: 501"));
    }

    private static ApplicationContextRunner runner(String... names) {
        var runner = new ApplicationContextRunner()
                .withUserConfiguration(EnvelopeBeans.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(SecureRandom.class, SecureRandom::new)
                .withBean(Directory.class, () -> Directory.read(Path.of("config"), pki.certs()))
                .withPropertyValues(
                        "gateway.certs=" + pki.certs(), "gateway.envelope.signing-key=secure-identity-2026");
        for (int i = 0; i < names.length; i++) {
            runner = runner.withPropertyValues(
                    "gateway.envelope.keys[" + i + "].name=" + names[i],
                    "gateway.envelope.keys[" + i + "].store=" + pki.keyFile(names[i]),
                    "gateway.secrets." + names[i] + "=" + PASSWORD);
        }
        return runner;
    }
}
