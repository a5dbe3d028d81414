package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.spocgateway.envelope.cms.DetachedSigner;
import org.spocgateway.envelope.cms.Providers;
import org.spocgateway.envelope.cms.Sealer;
import org.spocgateway.envelope.mime.LineEnds;

/**
 * Makes signed and sealed mail, once, with CR LF line ends, in one pass whatever its size.
 *
 * <p>The result is stored and sent as it is: made a second time it would be other bytes (proven by the digest in the transfer log).
 * For secure mail: {@code seal(sign(entity), …)}.
 */
public final class Sealing {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final int LINE = 64;

    private final KeyRing.OwnKey signing;
    private final Sealer sealer;
    private final SecureRandom random;

    /** @param signing the council's own signing key */
    public Sealing(KeyRing.OwnKey signing, SecureRandom random) {
        this.signing = signing;
        this.sealer = new Sealer(Providers.standard(), random);
        this.random = random;
    }

    /**
     * Signs a MIME entity (detached, {@code multipart/signed}, SHA-256) with the council's own key.
     *
     * @param entity headers from Content-Type on, and body; bare line ends become CR LF before they are signed
     */
    public byte[] sign(byte[] entity) {
        var out = new ByteArrayOutputStream(entity.length + 8192);
        try {
            sign(Content.of(entity), out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /** The same, written to {@code out} as the entity passes by. */
    public void sign(Content entity, OutputStream out) throws IOException {
        String boundary = "sig-" + word();
        text(
                out,
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256;\r\n boundary=\""
                        + boundary + "\"\r\n\r\n--" + boundary + "\r\n");
        byte[] signature = signature(entity, out);
        text(
                out,
                "\r\n--" + boundary + "\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n"
                        + "Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=smime.p7s\r\n\r\n");
        out.write(Base64.getMimeEncoder(LINE, CRLF).encode(signature));
        text(out, "\r\n--" + boundary + "--\r\n");
    }

    private byte[] signature(Content entity, OutputStream out) throws IOException {
        var signer = new DetachedSigner(Providers.standard(), signing.ready(), signing.certificate());
        try (InputStream in = entity.open()) {
            var digesting = new DigestOutputStream(out, signer.digest());
            LineEnds lines = LineEnds.canonical(digesting);
            in.transferTo(lines);
            lines.finish();
            return signer.sign(digesting.getMessageDigest().digest());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a content could not be signed", e);
        }
    }

    /**
     * Seals a MIME entity to certificates: AES-256-GCM with RSA-OAEP, or, for those who cannot read that, AES-256-CBC with RSA PKCS#1
     * v1.5; elliptic-curve certificates by ECDH either way.
     *
     * @param entity headers from Content-Type on, and body, CR LF line ends
     * @param cbc for old desktops: their profile or the partner's entry says so
     */
    public byte[] seal(byte[] entity, boolean cbc, List<X509Certificate> to) {
        var out = new ByteArrayOutputStream(entity.length * 4 / 3 + 4096);
        try (OutputStream inside = seal(out, cbc, to)) {
            inside.write(entity);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        return out.toByteArray();
    }

    /**
     * The same for an entity that is written piece by piece.
     *
     * @param out gets the sealed entity; it stays open when what is returned is closed
     * @return takes the entity to seal
     */
    public OutputStream seal(OutputStream out, boolean cbc, List<X509Certificate> to) throws IOException {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("nobody to seal to");
        }
        text(
                out,
                "Content-Type: application/pkcs7-mime; smime-type=" + (cbc ? "enveloped-data" : "authEnveloped-data")
                        + "; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n"
                        + "Content-Disposition: attachment; filename=smime.p7m\r\n\r\n");
        OutputStream base64 = Base64.getMimeEncoder(LINE, CRLF).wrap(new Open(out));
        try {
            return new Ending(sealer.seal(base64, cbc, to), () -> {
                base64.close();
                text(out, "\r\n");
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a content could not be sealed", e);
        }
    }

    private String word() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static void text(OutputStream out, String ascii) throws IOException {
        out.write(ascii.getBytes(US_ASCII));
    }

    /** Stays open when it is closed. */
    private static final class Open extends FilterOutputStream {
        Open(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Does one more thing after it was closed. */
    private static final class Ending extends FilterOutputStream {
        private final Last last;
        private boolean isClosed;

        @FunctionalInterface
        interface Last {
            void close() throws IOException;
        }

        Ending(OutputStream out, Last last) {
            super(out);
            this.last = last;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!isClosed) {
                isClosed = true;
                out.close();
                last.close();
            }
        }
    }
}
