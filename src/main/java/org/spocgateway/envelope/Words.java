package org.spocgateway.envelope;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns header values and bodies in whatever encoding into text; what cannot be decoded stays as it is. */
final class Words {
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    private Words() {}

    /** A header value on one line; bytes outside ASCII are read as UTF-8 where they are UTF-8. */
    static String unfolded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String line = value.replaceAll("\\r?\\n", "")
                .replace('\r', ' ')
                .replace('\n', ' ')
                .replace('\0', ' ')
                .strip();
        boolean isRaw = line.chars().anyMatch(c -> c > 0x7e) && line.chars().allMatch(c -> c < 0x100);
        return isRaw ? text(line.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : line;
    }

    /** Encoded words (RFC 2047) decoded; no line break comes out of it. */
    static String decoded(String value) {
        try {
            return unfolded(MimeUtility.decodeText(value));
        } catch (UnsupportedEncodingException e) {
            return value;
        }
    }

    /** Bytes as text: in the named charset, else UTF-8 where they are UTF-8, else windows-1252. */
    static String text(byte[] bytes, Optional<String> charset) {
        Optional<Charset> named = charset.flatMap(Words::charset);
        if (named.isPresent() && !named.get().equals(StandardCharsets.US_ASCII)) {
            return new String(bytes, named.get());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, OLD_WINDOWS);
        }
    }

    /** A parameter of a Content-Type. */
    static Optional<String> parameter(String contentType, String name) {
        try {
            return Optional.ofNullable(new ContentType(contentType).getParameter(name));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(MimeUtility.javaCharset(name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
