package org.spocgateway.envelope;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Makes a good message of any bytes: they decide how parts nest, how each is encoded, and what is in it. */
final class PartsOf {
    private static final int DEPTH_MOST = 6;
    private static final int FILES_MOST = 100;

    private final byte[] data;
    private final List<byte[]> files;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;
    private int boundaries;

    private PartsOf(byte[] data, List<byte[]> files) {
        this.data = data;
        this.files = files;
    }

    /** @param files is given what the message's files are, in their order */
    static byte[] mail(byte[] data, List<byte[]> files) {
        var parts = new PartsOf(data, files);
        parts.multipart(0);
        return parts.out.toByteArray();
    }

    private int next() {
        return at < data.length ? data[at++] & 0xff : 0;
    }

    /** In two octets: what comes next and whether it is the last, how a file is encoded, and how long it is. */
    private void multipart(int depth) {
        String boundary = "=_made_" + boundaries++;
        line("Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n");
        boolean isOver = false;
        for (int count = 0; !isOver || count == 0; count++) {
            int what = next();
            line("--" + boundary);
            if (what % 8 == 1 && depth < DEPTH_MOST) {
                multipart(depth + 1);
            } else {
                file(what >> 3, next());
            }
            line("");
            isOver = what % 8 == 0 || at >= data.length || files.size() >= FILES_MOST;
        }
        line("--" + boundary + "--");
    }

    private void file(int encoding, int length) {
        byte[] content = Arrays.copyOfRange(data, at, Math.min(data.length, at + length));
        at += content.length;
        files.add(content);
        boolean isPlain = encoding % 3 == 0 && !new String(content, ISO_8859_1).contains("=_made_");
        line("Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=f");
        if (isPlain) {
            line("Content-Transfer-Encoding: binary\r\n");
            out.writeBytes(content);
        } else if (encoding % 3 == 1) {
            line("Content-Transfer-Encoding: quoted-printable\r\n");
            quoted(content);
        } else {
            line("Content-Transfer-Encoding: base64\r\n");
            out.writeBytes(Base64.getMimeEncoder(4 + encoding % 73, new byte[] {'\r', '\n'})
                    .encode(content));
        }
    }

    private void quoted(byte[] content) {
        for (int i = 0; i < content.length; i++) {
            boolean isBare = Character.isLetterOrDigit(content[i]) && content[i] > 0;
            out.writeBytes((isBare ? "" + (char) content[i] : String.format("=%02X", content[i])).getBytes(ISO_8859_1));
            if (i % 20 == 19) {
                out.writeBytes("=\r\n".getBytes(ISO_8859_1));
            }
        }
    }

    private void line(String text) {
        out.writeBytes((text + "\r\n").getBytes(ISO_8859_1));
    }
}
