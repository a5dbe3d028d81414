package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgpainless.PGPainless;
import org.pgpainless.util.Passphrase;
import org.spocgateway.directory.OpenPgpKey;
import org.spocgateway.directory.PinnedOpenPgpKey;
import org.spocgateway.envelope.openpgp.PgpMaker;
import org.spocgateway.terms.MailAddress;

/** The OpenPGP part of the collection, where it stands beside this project; docs/corpus.md tells why where we differ. */
class PgpCorpusTest {
    private static final Path CORPUS = Path.of("..", "shared", "corpus");

    /** Where we differ, and what comes out; each is told in docs/corpus.md. */
    private static final Map<String, String> DIFFERENT = Map.of(
            "openpgp/kde__openpgp-signed-encrypted.mbox", "TRUST-WEAK-DIGEST",
            "openpgp/kde__multipart-mixed-alternative-inline-pgp.mbox", "OPEN-PARTLY-SEALED",
            "openpgp/gnupg__clearsig-1-key-1.asc", "TRUST-UNKNOWN-KEY",
            "openpgp/gnupg__signed-2-keys-1.asc", "TRUST-SEVERAL-SIGNERS",
            "efail/rnp__message.txt.enc-mdc", "OPEN-RECIPIENT",
            "signature-spoofing/moz__signed-inline-indented.eml", "CAME-SIGNED");

    @TempDir
    static Path folder;

    private static Envelopes envelopes;
    private static Pins pins;

    private record Row(String path, String expected, String note) {
        boolean isBare() {
            return note.contains("raw OpenPGP") || note.contains("RAW[") || note.contains("OpenPGP PQC");
        }

        boolean isOurs() {
            return path.startsWith("openpgp/") || note.contains("gpg 2") || note.contains("OpenPGP");
        }
    }

    @BeforeAll
    static void keys() throws Exception {
        assumeTrue(Files.exists(CORPUS), "skipped: ../shared/corpus is not here");
        List<OwnOpenPgpKey> ours = new ArrayList<>();
        List<PinnedOpenPgpKey> theirs = new ArrayList<>();
        for (Path file : keyFiles()) {
            try (InputStream in = Files.newInputStream(file)) {
                var rings = PGPainless.readKeyRing().keyRingCollection(in, true);
                for (PGPSecretKeyRing each : rings.getPgpSecretKeyRingCollection()) {
                    ours(each, ours.size()).ifPresent(ours::add);
                    theirs.addAll(pins(PgpMaker.certificate(each)));
                }
                for (PGPPublicKeyRing each : rings.getPgpPublicKeyRingCollection()) {
                    theirs.addAll(pins(each));
                }
            } catch (RuntimeException e) {
                assertThat(file.getFileName().toString())
                        .as("post-quantum keys")
                        .contains("mldsa");
            }
        }
        pins = new Pins(List.of(), List.of(), List.of(), theirs);
        envelopes = new Envelopes(new KeyRing(List.of(), ours), List.of(), Limits.USUAL, Clock.systemUTC());
    }

    @Test
    void openpgp_comes_out_as_the_manifest_says() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            Opening opening = envelopes.open(mail(row), pins);
            boolean isDifferent = DIFFERENT.containsKey(row.path());
            boolean isRight = isDifferent
                    ? codes(opening).contains(DIFFERENT.get(row.path()))
                    : isAsLabelled(row.expected(), opening);
            counts.merge(isDifferent ? "ours is right" : "as labelled", 1, Integer::sum);
            if (!isRight) {
                wrong.add(row.expected() + " " + row.path() + " -> " + opening);
            }
        }
        System.out.println("corpus OpenPGP: " + counts);
        assertThat(wrong).isEmpty();
    }

    private static List<String> codes(Opening opening) {
        if (opening instanceof Opened opened) {
            return Stream.concat(
                            Stream.of(opened.code()), opened.findings().stream().map(Fault::code))
                    .toList();
        }
        return List.of(((Unopened) opening).fault().code());
    }

    private static boolean isAsLabelled(String expected, Opening opening) {
        boolean isOpened = opening instanceof Opened;
        boolean isSealed = opening instanceof Opened opened && opened.wasSealed();
        Signature signature = opening instanceof Opened opened ? opened.signature() : Signature.NONE;
        boolean isVerified = opening instanceof Opened opened && opened.isVerified();
        return switch (expected) {
            case "opens-and-verifies" -> isVerified;
            case "opens-unsigned" -> isSealed && signature == Signature.NONE;
            case "opens-signature-untrusted" -> isOpened && signature == Signature.UNDETERMINED;
            case "signature-invalid", "spoof-must-not-be-shown-as-signed" -> !isVerified;
            case "cannot-decrypt" -> !isOpened;
            case "exfiltration-must-be-blocked" -> !isSealed;
            case "malformed" -> !isSealed && !isVerified;
            case "parses" -> isOpened;
            default -> false;
        };
    }

    private static List<Row> rows() throws IOException {
        return Files.readAllLines(CORPUS.resolve("MANIFEST.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cell -> new Row(cell[0], cell[5], cell[6]))
                .filter(Row::isOurs)
                .toList();
    }

    /** Bare OpenPGP as the mail that it would have come in. */
    private static byte[] mail(Row row) throws IOException {
        byte[] all = Files.readAllBytes(CORPUS.resolve(row.path()));
        String text = new String(all, ISO_8859_1);
        if (!row.isBare()) {
            return text.startsWith("From ") ? Arrays.copyOfRange(all, text.indexOf('\n') + 1, all.length) : all;
        }
        boolean isText = text.contains("-----BEGIN PGP SIGNED MESSAGE-----");
        var out = new ByteArrayOutputStream();
        out.writeBytes("From: x@openpgp.example\r\nMIME-Version: 1.0\r\n".getBytes(ISO_8859_1));
        if (isText) {
            out.writeBytes("Content-Type: text/plain\r\n\r\n".getBytes(ISO_8859_1));
            out.writeBytes(text.substring(text.indexOf("-----BEGIN")).getBytes(ISO_8859_1));
            return out.toByteArray();
        }
        out.writeBytes(
                ("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=raw\r\n\r\n"
                                + "--raw\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n"
                                + "--raw\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n")
                        .getBytes(ISO_8859_1));
        out.writeBytes(
                text.contains("-----BEGIN")
                        ? text.substring(text.indexOf("-----BEGIN")).getBytes(ISO_8859_1)
                        : all);
        out.writeBytes("\r\n--raw--\r\n".getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    private static List<Path> keyFiles() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS.resolve("keys/pgp"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<OwnOpenPgpKey> ours(PGPSecretKeyRing ring, int number) throws IOException {
        try {
            Path file = folder.resolve("key-" + number + ".asc");
            Files.writeString(file, PGPainless.asciiArmor(locked(ring)));
            return Optional.of(OwnOpenPgpKey.load("key-" + number, file, PgpMaker.PASSPHRASE.toCharArray()));
        } catch (UnusableKey | AssertionError | PGPException e) {
            return Optional.empty(); // too short, post-quantum, or a passphrase that nobody published
        }
    }

    private static PGPSecretKeyRing locked(PGPSecretKeyRing ring) throws PGPException {
        if (ring.getPublicKey().getVersion() == 6 || ring.getSecretKey().getKeyEncryptionAlgorithm() == 0) {
            return PgpMaker.locked(ring);
        }
        return PGPainless.modifyKeyRing(ring)
                .changePassphraseFromOldPassphrase(Passphrase.fromPassword("password"))
                .withSecureDefaultSettings()
                .toNewPassphrase(Passphrase.fromPassword(PgpMaker.PASSPHRASE))
                .done();
    }

    private static List<PinnedOpenPgpKey> pins(PGPPublicKeyRing ring) {
        String print = HexFormat.of().formatHex(ring.getPublicKey().getFingerprint());
        var key = new OpenPgpKey(print, PGPainless.asciiArmor(ring));
        List<PinnedOpenPgpKey> pins = new ArrayList<>();
        ring.getPublicKey()
                .getUserIDs()
                .forEachRemaining(id -> MailAddress.parse(id.replaceAll(".*<|>.*", ""))
                        .ifPresent(address -> pins.add(new PinnedOpenPgpKey(address, key))));
        return pins;
    }
}
