package org.spocgateway.envelope.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes the encoded words of a header value (RFC 2047), wherever they stand in it, as mail programs do. A letter that was cut in two
 * between two words of one charset is put together; what is no encoded word stays as it is.
 */
final class EncodedWords {
    private static final Pattern WORD = Pattern.compile(
            "=\\?([A-Za-z0-9._:+-]{1,40})(?:\\*[A-Za-z0-9-]{0,40})?\\?([BbQq])\\?([^?\\s]{0,1000})\\?=");
    private static final int WORDS_MOST = 2000;

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private String charset = "";

    private EncodedWords() {}

    static String decoded(String value) {
        return value.contains("=?") ? new EncodedWords().all(value) : value;
    }

    private String all(String value) {
        Matcher word = WORD.matcher(value);
        int at = 0;
        for (int count = 0; count < WORDS_MOST && word.find(); count++) {
            boolean isNext =
                    !charset.isEmpty() && value.substring(at, word.start()).isBlank();
            if (!isNext) {
                flush();
                text.append(value, at, word.start());
            }
            note(word.group(1).toLowerCase(Locale.ROOT), word.group(2), word.group(3));
            at = word.end();
        }
        flush();
        return text.append(value, at, value.length()).toString();
    }

    private void note(String name, String encoding, String words) {
        if (!name.equals(charset)) {
            flush();
        }
        charset = name;
        bytes.writeBytes(encoding.equalsIgnoreCase("B") ? base64(words) : quoted(words));
    }

    private void flush() {
        text.append(Words.text(bytes.toByteArray(), Optional.of(charset)));
        bytes.reset();
        charset = "";
    }

    private static byte[] base64(String words) {
        return Transfer.decoded("base64", words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] quoted(String words) {
        return Transfer.octets(words.replace('_', ' ').getBytes(StandardCharsets.UTF_8));
    }
}
