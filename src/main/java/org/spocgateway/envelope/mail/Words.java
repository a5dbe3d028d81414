package org.spocgateway.envelope.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns header values and bodies in whatever encoding into text; what cannot be decoded stays as it is. */
public final class Words {
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]{1,40})");

    private static final Pattern ASCII = Pattern.compile("(?i)(us-?)?ascii|ansi_x3.*");

    private static final Pattern HEBREW = Pattern.compile("(?i)iso-8859-8-[ie]");

    private Words() {}

    /** A header value on one line; bytes outside ASCII are read as UTF-8 where they are UTF-8. */
    public static String unfolded(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String line = value.replace("\r\n", "")
                .replace("\n", "")
                .replace('\r', ' ')
                .replace('\0', ' ')
                .strip();
        return isRaw(line) ? text(line.getBytes(StandardCharsets.ISO_8859_1), Optional.empty()) : line;
    }

    /** Whether there are bytes outside ASCII, and no characters that are no bytes. */
    private static boolean isRaw(String line) {
        int all = 0;
        for (int i = 0; i < line.length(); i++) {
            all |= line.charAt(i) > 0xff ? 0x100 : line.charAt(i) > 0x7e ? 1 : 0;
        }
        return all == 1;
    }

    /** Encoded words (RFC 2047) decoded; no line break comes out of it. */
    public static String decoded(String value) {
        return unfolded(EncodedWords.decoded(value));
    }

    /**
     * Bytes as text: in the named charset where they are good in it, else UTF-8 where they are UTF-8, else windows-1252. Latin-1 is read
     * as windows-1252, and ASCII is not believed, as mail programs do.
     */
    public static String text(byte[] bytes, Optional<String> charset) {
        Optional<Charset> named = charset.flatMap(Words::charset)
                .map(each -> each.equals(StandardCharsets.ISO_8859_1) ? OLD_WINDOWS : each);
        return named.flatMap(each -> strictly(bytes, each))
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> new String(
                        bytes,
                        named.filter(each -> !each.equals(StandardCharsets.UTF_8))
                                .orElse(OLD_WINDOWS)));
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** HTML as text: what its part says, else what its own meta element says. */
    public static String html(byte[] bytes, Optional<String> charset) {
        String start = new String(bytes, 0, Math.min(1024, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher meta = META.matcher(start);
        return text(bytes, charset.or(() -> meta.find() ? Optional.of(meta.group(1)) : Optional.empty()));
    }

    static Optional<Charset> charset(String name) {
        if (ASCII.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(HEBREW.matcher(name).replaceAll("iso-8859-8")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
