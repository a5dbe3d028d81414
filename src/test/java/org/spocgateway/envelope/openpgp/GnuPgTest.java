package org.spocgateway.envelope.openpgp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the gpg command writes with keys of its own; skipped where it is not installed. */
class GnuPgTest {
    private static final Path GPG = Path.of("/usr/bin/gpg");
    private static final byte[] TEXT = "Content-Type: text/plain\r\n\r\nPlease begin.\r\n".getBytes(UTF_8);

    private static Path home;
    private static OpenPgp pgp;
    private static PinnedKeys pins;

    @BeforeAll
    static void keys() throws Exception {
        assumeTrue(Files.isExecutable(GPG), "skipped: there is no gpg command here");
        home = Files.createTempDirectory(
                Path.of("/tmp"),
                "gpg",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        gpg(
                "--passphrase",
                PgpMaker.PASSPHRASE,
                "--quick-gen-key",
                "SPOC <channel.spoc@brackenford.gov.uk>",
                "rsa2048");
        String spoc = fingerprint("channel.spoc@brackenford.gov.uk");
        gpg("--passphrase", PgpMaker.PASSPHRASE, "--quick-add-key", spoc, "rsa2048", "encr");
        gpg("--passphrase", "", "--quick-gen-key", "Northmere <prevent.referrals@northmere.police.uk>", "ed25519");
        Path secret = home.resolve("spoc.asc");
        Files.writeString(secret, gpg("--passphrase", PgpMaker.PASSPHRASE, "--armor", "--export-secret-keys", spoc));
        SecretKeys ours = SecretKeys.load("spoc-gpg", secret, PgpMaker.PASSPHRASE.toCharArray());
        pgp = new OpenPgp(ours, Bounds.of(5_000_000), Clock.systemUTC());
        pins = PinnedKeys.NONE.with(gpg("--armor", "--export", "prevent.referrals@northmere.police.uk"), true);
        Files.write(home.resolve("text"), TEXT);
    }

    @AfterAll
    static void end() throws Exception {
        if (home != null) {
            run("gpgconf", "--homedir", home.toString(), "--kill", "all");
        }
    }

    @Test
    void sealed_and_signed_by_gpg_opens_and_is_valid() throws Exception {
        String message = gpg(
                "--armor",
                "--sign",
                "--encrypt",
                "-u",
                "prevent.referrals@northmere.police.uk",
                "-r",
                "channel.spoc@brackenford.gov.uk",
                "-o",
                "-",
                text());

        Opened opened = pgp.text(message.getBytes(US_ASCII), pins).orElseThrow();
        assertThat(opened.content()).isEqualTo(TEXT);
        assertThat(opened.mark().judgement()).isEqualTo(Judgement.VALID);
        assertThat(opened.key()).contains("spoc-gpg");
    }

    @Test
    void a_hidden_recipient_and_old_packets_are_opened_too() throws Exception {
        String hidden =
                gpg("--armor", "--encrypt", "-R", "channel.spoc@brackenford.gov.uk", "-z", "0", "-o", "-", text());
        String bzip = gpg(
                "--armor",
                "--encrypt",
                "-r",
                "channel.spoc@brackenford.gov.uk",
                "--compress-algo",
                "bzip2",
                "-o",
                "-",
                text());
        String none = gpg(
                "--armor",
                "--rfc2440",
                "--disable-mdc",
                "--cipher-algo",
                "AES256",
                "--encrypt",
                "-r",
                "channel.spoc@brackenford.gov.uk",
                "-o",
                "-",
                text());

        assertThat(pgp.text(hidden.getBytes(US_ASCII), pins).orElseThrow().content())
                .isEqualTo(TEXT);
        assertThat(pgp.text(bzip.getBytes(US_ASCII), pins).orElseThrow().content())
                .isEqualTo(TEXT);
        Optional<Refusal.Why> why = Optional.empty();
        try {
            pgp.text(none.getBytes(US_ASCII), pins);
        } catch (Refusal e) {
            why = Optional.of(e.why());
        }
        // this gpg may write an MDC whatever it is told
        assertThat(why.isEmpty() || why.get() == Refusal.Why.INTEGRITY).isTrue();
    }

    @Test
    void clear_signed_and_detached_by_gpg_is_valid() throws Exception {
        String clear = gpg("--clear-sign", "-u", "prevent.referrals@northmere.police.uk", "-o", "-", text());
        String beside =
                gpg("--armor", "--detach-sign", "-u", "prevent.referrals@northmere.police.uk", "-o", "-", text());
        String asText = gpg(
                "--armor",
                "--textmode",
                "--detach-sign",
                "-u",
                "prevent.referrals@northmere.police.uk",
                "-o",
                "-",
                text());

        assertThat(pgp.text(clear.getBytes(US_ASCII), pins).orElseThrow().mark().judgement())
                .isEqualTo(Judgement.VALID);
        assertThat(pgp.beside(TEXT, beside.getBytes(US_ASCII), pins).judgement())
                .isEqualTo(Judgement.VALID);
        assertThat(pgp.beside(TEXT, asText.getBytes(US_ASCII), pins).judgement())
                .isEqualTo(Judgement.VALID);
    }

    @Test
    void white_space_at_line_ends_and_dashes_are_as_gpg_signs_them() throws Exception {
        Path dashes = Files.writeString(home.resolve("dashes"), "Begin \t\n-- \n\n- one\n-----\nlast  \n\n");
        String clear = gpg("--clear-sign", "-u", "prevent.referrals@northmere.police.uk", "-o", "-", dashes.toString());

        Opened opened = pgp.text(clear.getBytes(US_ASCII), pins).orElseThrow();
        assertThat(opened.mark().judgement()).isEqualTo(Judgement.VALID);
        assertThat(new String(opened.content(), US_ASCII)).contains("\r\n- one\r\n-----\r\n");
    }

    private static String text() {
        return home.resolve("text").toString();
    }

    private static String fingerprint(String address) throws Exception {
        return gpg("--with-colons", "--list-keys", address)
                .lines()
                .filter(line -> line.startsWith("fpr"))
                .findFirst()
                .orElseThrow()
                .split(":")[9];
    }

    private static String gpg(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                GPG.toString(),
                "--homedir",
                home.toString(),
                "--batch",
                "--yes",
                "--trust-model",
                "always",
                "--pinentry-mode",
                "loopback",
                "--no-tty"));
        all.addAll(List.of(arguments));
        return run(all.toArray(String[]::new));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return out;
    }
}
