package org.spocgateway.envelope.mail;

import java.nio.BufferUnderflowException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Outlook puts into winmail.dat: the text and the attachments of a message (MS-OXTNEF). Read as far as it can be; the file itself
 * stays an attachment whatever comes of it.
 *
 * @param text plain, from HTML or from RTF; empty where there is none
 */
record Tnef(String text, List<Tnef.File> files) {
    /** One attachment. */
    record File(String name, String type, byte[] content) {}

    private static final long SIGNATURE = 0x223e9f78L;
    private static final long BODY = 0x0002800c;
    private static final long MESSAGE = 0x00069003;
    private static final long NEXT_FILE = 0x00069002;
    private static final long TITLE = 0x00018010;
    private static final long DATA = 0x0006800f;
    private static final long FILE = 0x00069005;
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");
    private static final int FILES_MOST = 500;
    private static final int HTML_MOST = 2 << 20;

    /** Empty if it is none. */
    static Optional<Tnef> of(byte[] bytes) {
        var in = new LittleEndian(bytes);
        if (in.left() < 6 || in.u32() != SIGNATURE) {
            return Optional.empty();
        }
        in.u16();
        var reading = new Reading();
        try {
            while (in.hasMore() && reading.files.size() < FILES_MOST) {
                in.u8();
                long attribute = in.u32();
                byte[] data = in.take(in.u32());
                in.u16();
                reading.note(attribute, data);
            }
        } catch (BufferUnderflowException e) {
            return Optional.of(reading.end()); // cut off: what came before counts
        }
        return Optional.of(reading.end());
    }

    private static final class Reading {
        private final List<File> files = new ArrayList<>();
        private String plain = "";
        private TnefProperties message = TnefProperties.NONE;
        private Optional<String> title = Optional.empty();
        private Optional<byte[]> data = Optional.empty();
        private TnefProperties file = TnefProperties.NONE;

        void note(long attribute, byte[] value) {
            if (attribute == BODY) {
                plain = Words.text(value, Optional.empty()).replace("\0", "");
            } else if (attribute == MESSAGE) {
                message = TnefProperties.of(value);
            } else if (attribute == NEXT_FILE) {
                close();
            } else if (attribute == TITLE) {
                title = Optional.of(new String(value, OLD_WINDOWS).replace("\0", ""));
            } else if (attribute == DATA) {
                data = Optional.of(value);
            } else if (attribute == FILE) {
                file = TnefProperties.of(value);
            }
        }

        private void close() {
            Optional<byte[]> content = data.or(() -> file.binary(TnefProperties.DATA));
            content.ifPresent(bytes -> files.add(new File(
                    file.text(TnefProperties.LONG_NAME).or(() -> title).orElse(""),
                    file.text(TnefProperties.MEDIA_TYPE).orElse("application/octet-stream"),
                    bytes)));
            title = Optional.empty();
            data = Optional.empty();
            file = TnefProperties.NONE;
        }

        Tnef end() {
            close();
            return new Tnef(text(), List.copyOf(files));
        }

        private String text() {
            return message.text(TnefProperties.BODY)
                    .filter(text -> !text.isBlank())
                    .or(() -> Optional.of(plain).filter(text -> !text.isBlank()))
                    .or(() -> message.text(TnefProperties.HTML).map(html -> HtmlText.of(cut(html))))
                    .or(() -> message.binary(TnefProperties.HTML)
                            .map(html -> HtmlText.of(cut(Words.html(html, Optional.empty())))))
                    .or(() -> message.binary(TnefProperties.RTF)
                            .flatMap(PackedRtf::unpacked)
                            .map(rtf -> RtfText.of(new String(rtf, StandardCharsets.ISO_8859_1))))
                    .orElse("");
        }

        private static String cut(String html) {
            return html.substring(0, Math.min(HTML_MOST, html.length()));
        }
    }

    @Override
    public String toString() {
        return "Tnef[" + files.size() + " files, redacted]";
    }
}
