package org.spocgateway.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/** MIME entities as bytes: headers from Content-Type on, and body, CR LF line ends (RFC 2045, RFC 2046). */
final class Entities {
    private static final byte[] CRLF = {'\r', '\n'};

    private Entities() {}

    /** Text that survives every relay: UTF-8 as quoted-printable. */
    static byte[] text(String text) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii(
                "Content-Type: text/plain; charset=utf-8\r\n" + "Content-Transfer-Encoding: quoted-printable\r\n\r\n"));
        try (OutputStream encoded = MimeUtility.encode(out, "quoted-printable")) {
            encoded.write(text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("every Jakarta Mail knows quoted-printable", e);
        }
        return endsInCrlf(out);
    }

    /** A file, as base64; the name is ours, never the one it came with. */
    static byte[] file(String name, String type, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Content-Type: " + type + "\r\nContent-Transfer-Encoding: base64\r\n"
                + "Content-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"));
        out.writeBytes(Base64.getMimeEncoder(76, CRLF).encode(content));
        return endsInCrlf(out);
    }

    /**
     * A whole mail, byte for byte: as message/rfc822 where that can be, else as a file (RFC 2046 section 5.2.1 allows no base64).
     *
     * @param eightBit whether eight-bit bytes may stand in it, because everything is sealed around it
     */
    static byte[] message(String name, byte[] mail, boolean eightBit) {
        if (!Lines.areCanonical(mail, eightBit)) {
            return file(name, "application/octet-stream", mail);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Content-Type: message/rfc822\r\nContent-Transfer-Encoding: "
                + (Lines.areCanonical(mail, false) ? "7bit" : "8bit")
                + "\r\nContent-Disposition: attachment; filename=\"" + name + "\"\r\n\r\n"));
        out.writeBytes(mail);
        return endsInCrlf(out);
    }

    /** Several parts; a single one stands alone. */
    static byte[] mixed(String boundary, List<byte[]> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n"));
        for (byte[] part : parts) {
            out.writeBytes(ascii("\r\n--" + boundary + "\r\n"));
            out.writeBytes(part);
        }
        out.writeBytes(ascii("\r\n--" + boundary + "--\r\n"));
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(US_ASCII);
    }

    private static byte[] endsInCrlf(ByteArrayOutputStream out) {
        byte[] bytes = out.toByteArray();
        if (bytes.length < 2 || bytes[bytes.length - 1] != '\n') {
            out.writeBytes(CRLF);
            return out.toByteArray();
        }
        return bytes;
    }
}
