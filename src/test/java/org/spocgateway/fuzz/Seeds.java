package org.spocgateway.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.bouncycastle.cms.CMSCompressedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.jcajce.ZlibCompressor;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.pgpainless.PGPainless;
import org.spocgateway.CmsMaker;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;
import org.spocgateway.envelope.FuzzDoor;
import org.spocgateway.envelope.RealMailTest;
import org.spocgateway.envelope.openpgp.PgpMaker;

/** Makes keys and genuine inputs for every target anew, since nobody keeps the keys of a test. */
public final class Seeds {
    static final String PASSWORD = PgpMaker.PASSPHRASE;
    private static final byte[] ENTITY =
            ("Content-Type: text/plain; charset=utf-8\r\n\r\n" + FuzzDoor.WORDS + "\r\n").getBytes(UTF_8);

    private final Path folder;

    private Seeds(Path folder) {
        this.folder = folder;
    }

    /** @param arguments the folder that {@code keys} and {@code seeds} are written to */
    public static void main(String[] arguments) throws IOException {
        make(Path.of(arguments[0]));
    }

    static void make(Path folder) throws IOException {
        var seeds = new Seeds(folder);
        DemonstrationPki pki = DemonstrationPki.shared();
        PGPSecretKeyRing spoc = PgpMaker.person(MailMaker.SPOC);
        PGPSecretKeyRing northmere = PgpMaker.person(FuzzDoor.SENDER);
        seeds.keys(pki, spoc, northmere);
        seeds.texts();
        seeds.smime(pki);
        seeds.openPgp(spoc, northmere);
        seeds.files();
    }

    private void keys(DemonstrationPki pki, PGPSecretKeyRing spoc, PGPSecretKeyRing northmere) throws IOException {
        Path keys = Files.createDirectories(folder.resolve("keys"));
        KeyFiles.pkcs12(keys.resolve("spoc.p12"), pki.identity(DemonstrationPki.SPOC_2026), PASSWORD);
        KeyFiles.pem(keys.resolve("authority.pem"), pki.smimeAuthority());
        KeyFiles.pem(keys.resolve("northmere.pem"), pki.certificate(DemonstrationPki.NORTHMERE));
        Files.writeString(keys.resolve("spoc.asc"), PGPainless.asciiArmor(PgpMaker.locked(spoc)));
        Files.writeString(keys.resolve("northmere.asc"), PgpMaker.armored(northmere));
        Files.writeString(
                keys.resolve("northmere.fingerprint"),
                HexFormat.of().formatHex(northmere.getPublicKey().getFingerprint()));
    }

    private void texts() throws IOException {
        for (String each : List.of(
                FuzzDoor.SENDER,
                "Northmere Prevent <" + FuzzDoor.SENDER + ">",
                "\"Prevent, Northmere\" <" + FuzzDoor.SENDER + "> (team)",
                "a@b.example, Team: c@d.example, <e@f.example>;",
                "=?utf-8?q?Northmere?= <" + FuzzDoor.SENDER + ">")) {
            put("addresses", each.getBytes(UTF_8));
            put(
                    "headers",
                    ("From: " + each + "\r\nSubject: T.R. 2001\r\nMessage-ID: <a@b.example>\r\n\r\n").getBytes(UTF_8));
        }
        put(
                "results",
                "mx.brackenford.gov.uk; spf=pass; dmarc=pass (p=reject) header.from=northmere.police.uk"
                        .getBytes(UTF_8));
        put("results", "mx.brackenford.gov.uk 1; dmarc=fail; dmarc=pass header.from=\"x\"".getBytes(UTF_8));
        byte[] plain = MailMaker.from(FuzzDoor.SENDER)
                .to(MailMaker.SPOC)
                .subject("T.R. 2001")
                .text(FuzzDoor.WORDS)
                .html("<p>" + FuzzDoor.WORDS + "</p>")
                .attach("réf.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8))
                .arrivedWell()
                .bytes();
        put("mime", plain);
        put("message", plain);
        put("headers", plain);
        put(
                "mime",
                ("Content-Type: text/plain; format=flowed; delsp=yes\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n> a =\r\nb \r\n")
                        .getBytes(UTF_8));
        put(
                "mime",
                ("Content-Type: multipart/report; boundary=b\r\n\r\npre\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\n--b--\r\npost")
                        .getBytes(UTF_8));
    }

    private void smime(DemonstrationPki pki) throws IOException {
        X509Certificate ours = pki.certificate(DemonstrationPki.SPOC_2026);
        var northmere = CmsMaker.Signing.by(pki.identity(DemonstrationPki.NORTHMERE));
        var whitlock = CmsMaker.Signing.by(pki.identity(DemonstrationPki.WHITLOCK));
        byte[] within = CmsMaker.opaque(ENTITY, northmere);
        for (byte[] sealed : List.of(
                within,
                CmsMaker.opaque(ENTITY, whitlock),
                CmsMaker.sealed(ENTITY, CmsMaker.Ciphering.cbc(ours)),
                CmsMaker.sealed(within, CmsMaker.Ciphering.cbc(ours)),
                CmsMaker.sealed(within, CmsMaker.Ciphering.gcm(ours).withOaep()))) {
            put("cms", der(sealed));
            put("message", mail(sealed));
        }
        put("message", mail(CmsMaker.signed(ENTITY, northmere)));
        put("message", mail(CmsMaker.signed(CmsMaker.sealed(ENTITY, CmsMaker.Ciphering.gcm(ours)), northmere)));
        put("cms", compressed(within));
    }

    private static byte[] compressed(byte[] content) throws IOException {
        try {
            return new CMSCompressedDataGenerator()
                    .generate(new CMSProcessableByteArray(content), new ZlibCompressor())
                    .getEncoded();
        } catch (CMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] mail(byte[] entity) {
        return joined("From: " + FuzzDoor.SENDER + "\r\nSubject: T.R. 2001\r\nMIME-Version: 1.0\r\n", entity);
    }

    private void openPgp(PGPSecretKeyRing spoc, PGPSecretKeyRing northmere) throws IOException {
        byte[] sealed = PgpMaker.sealedAndSigned(ENTITY, spoc, northmere);
        byte[] literal = PgpMaker.literal(ENTITY);
        put("openpgp", sealed);
        put("openpgp", PgpMaker.sealed(ENTITY, spoc));
        put("openpgp", PgpMaker.signed(ENTITY, northmere));
        put("openpgp", PgpMaker.container(literal, spoc, true, true));
        put("openpgp", PgpMaker.compressed(PgpMaker.compressed(literal)));
        put("openpgp", literal);
        put("armour", PgpMaker.message(sealed).getBytes(UTF_8));
        put("armour", PgpMaker.clearSigned(FuzzDoor.WORDS.getBytes(UTF_8), northmere));
        put(
                "message",
                joined(
                        "From: " + FuzzDoor.SENDER + "\r\nContent-Type: text/plain\r\n\r\n",
                        PgpMaker.clearSigned(FuzzDoor.WORDS.getBytes(UTF_8), northmere)));
    }

    private void files() throws IOException {
        byte[] docx = LockedFiles.docx(FuzzDoor.WORDS);
        put("containers", docx);
        put("containers", LockedFiles.odt(FuzzDoor.WORDS));
        put("containers", LockedFiles.pdf(FuzzDoor.WORDS));
        put("containers", LockedFiles.pdf("one", "two", 128, FuzzDoor.WORDS));
        put("containers", LockedFiles.zip(Map.of("a.txt", FuzzDoor.WORDS.getBytes(UTF_8))));
        put("containers", LockedFiles.zip(Map.of("a.txt", new byte[9]), "one", EncryptionMethod.ZIP_STANDARD));
        put("containers", LockedFiles.zip(Map.of("a.txt", new byte[9]), "one", EncryptionMethod.AES));
        put("containers", LockedFiles.office(docx, "one", EncryptionMode.standard));
        put("containers", LockedFiles.xls("Please", "one"));
        put("winmail", RealMailTest.tnef(FuzzDoor.WORDS, "réf.pdf", "%PDF-1.7".getBytes(UTF_8)));
        put("winmail", HexFormat.of().parseHex("789f3e220100" + "0203900600" + "04000000" + "00000000" + "0000"));
        put("parts", HexFormat.of().parseHex("0a03616263" + "01" + "12020d0a" + "1a053d3d0d0a2d" + "08" + "2a0100"));
    }

    private static byte[] der(byte[] mail) {
        String text = new String(mail, ISO_8859_1);
        return Base64.getMimeDecoder()
                .decode(text.substring(text.lastIndexOf("\r\n\r\n")).strip());
    }

    private static byte[] joined(String head, byte[] tail) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(UTF_8));
        all.writeBytes(tail);
        return all.toByteArray();
    }

    private void put(String target, byte[] seed) throws IOException {
        Path seeds = Files.createDirectories(folder.resolve("seeds").resolve(target));
        Files.write(seeds.resolve("seed-" + seeds.toFile().list().length), seed);
    }
}
