package org.spocgateway.intake;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.spocgateway.CertificateMaker;
import org.spocgateway.Databases;
import org.spocgateway.Databases.Database;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.Sealing;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.spocgateway.vault.Vaults;

/** Signs, seals, stores and opens mail of just under 150 MB, in a process of its own with little memory; tells what came of it. */
final class LargeMail {
    private static final long ENTITY_BYTES = 108_000_000;
    private static final Holder HOLDER = Holder.unfiled(LocalDate.of(2026, 11, 24));

    private final Database database;
    private final Vault vault;
    private final Directory directory;
    private final KeyRing.OwnKey council;
    private final Sealing sealing;
    private final Envelopes envelopes;

    private LargeMail(Path folder) {
        database = Databases.h2(folder);
        vault = Vaults.on(database, Clock.systemUTC(), folder.resolve("keys"));
        directory = Directory.read(Path.of("config"), Path.of("certs"));
        var authority = CertificateMaker.of("Authority").authority().make();
        council = own("council", CertificateMaker.of("Council").by(authority).make());
        var sender = CertificateMaker.of("Sender")
                .by(authority)
                .mail("a@northmere.police.uk")
                .make();
        sealing = new Sealing(own("sender", sender), new SecureRandom());
        envelopes = new Envelopes(
                new KeyRing(List.of(council)), List.of(authority.certificate()), Limits.USUAL, Clock.systemUTC());
    }

    private static KeyRing.OwnKey own(String name, org.spocgateway.DemonstrationPki.Identity identity) {
        return new KeyRing.OwnKey(name, identity.keys().getPrivate(), identity.certificate());
    }

    /** @param words a folder of its own */
    public static void main(String[] words) throws Exception {
        var mail = new LargeMail(Path.of(words[0]));
        mail.warm();
        String content = digest(new LongEntity(ENTITY_BYTES));
        System.out.println("content " + content);
        for (boolean cbc : new boolean[] {true, false}) {
            long start = System.nanoTime();
            BlobId raw = mail.sealed(cbc);
            long sealed = System.nanoTime();
            String told = mail.told(new StoredContent(mail.vault, raw));
            String word = cbc ? "cbc" : "gcm";
            System.out.println(word + " " + mail.vault.size(raw) + " " + told);
            System.out.println("took-" + word + " sealed in " + (sealed - start) / 1_000_000 + " ms, opened in "
                    + (System.nanoTime() - sealed) / 1_000_000 + " ms");
            if (!cbc) {
                long before = mail.chunks();
                String changed = mail.told(new Changed(new StoredContent(mail.vault, raw)));
                System.out.println("changed " + changed + " " + (mail.chunks() - before));
            }
        }
        System.exit(0);
    }

    /** As in a gateway that has been running: Java only uses the processor's own GHASH in a method that was called some thousand times. */
    private void warm() {
        byte[] column = vault.seal(HOLDER, "warm", "1", "up");
        for (int i = 0; i < 20_000; i++) {
            vault.unseal(HOLDER, "warm", "1", column);
        }
    }

    private BlobId sealed(boolean cbc) throws IOException {
        Vault.Draft draft = vault.begin(HOLDER);
        OutputStream out = draft.out();
        out.write(
                "From: a@northmere.police.uk\r\nTo: spoc@brackenford.gov.uk\r\nSubject: Recording\r\nMIME-Version: 1.0\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        try (OutputStream inside = sealing.seal(out, cbc, List.of(council.certificate()))) {
            sealing.sign(new LongEntity(ENTITY_BYTES), inside);
        }
        return draft.finish();
    }

    private String told(Content raw) throws Exception {
        Opening opening = envelopes.open(raw, directory, new VaultSpool(vault, HOLDER));
        return opening instanceof Opened opened
                ? opened.signature() + " " + opened.integrity() + " " + digest(opened.content())
                : opening.toString();
    }

    private long chunks() {
        return database.db()
                .sql("select count(*) from blob_chunk")
                .query(Long.class)
                .single();
    }

    private static String digest(Content content) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = new DigestInputStream(content.open(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A text and an attachment of so many bytes in base64, made anew at each reading. */
    private record LongEntity(long size) implements Content {
        private static final byte[] HEAD =
                ("Content-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\nContent-Type: text/plain\r\n\r\n"
                                + "The recording for T.R. 2001 is attached.\r\n--part\r\nContent-Type: video/mp4; name=a.mp4\r\n"
                                + "Content-Transfer-Encoding: base64\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII);
        private static final byte[] TAIL = "\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII);

        @Override
        public InputStream open() {
            byte[] bytes = new byte[57 * 1000];
            new Random(20261124).nextBytes(bytes);
            byte[] lines = (Base64.getMimeEncoder().encodeToString(bytes) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            var middle = Collections.nCopies((int) (size / lines.length), lines).stream()
                    .map(ByteArrayInputStream::new)
                    .iterator();
            return new SequenceInputStream(
                    new ByteArrayInputStream(HEAD),
                    new SequenceInputStream(
                            new SequenceInputStream(new java.util.Enumeration<>() {
                                @Override
                                public boolean hasMoreElements() {
                                    return middle.hasNext();
                                }

                                @Override
                                public InputStream nextElement() {
                                    return middle.next();
                                }
                            }),
                            new ByteArrayInputStream(TAIL)));
        }
    }

    /** The same message with one character of its base64 changed in the middle. */
    private record Changed(Content content) implements Content {
        @Override
        public long size() {
            return content.size();
        }

        @Override
        public InputStream open() {
            long at = content.size() / 2;
            return new FilterInputStream(content.open()) {
                private long passed;

                @Override
                public int read(byte[] into, int offset, int length) throws IOException {
                    int read = super.read(into, offset, length);
                    for (int i = 0; i < read; i++) {
                        boolean isThere = passed + i >= at && passed + i < at + 3;
                        if (isThere && Character.isLetterOrDigit(into[offset + i])) {
                            into[offset + i] = (byte) (into[offset + i] == 'A' ? 'B' : 'A');
                        }
                    }
                    passed += Math.max(0, read);
                    return read;
                }
            };
        }
    }
}
