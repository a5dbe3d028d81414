package org.spocgateway.envelope.container;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte forms that programs give a password, each as characters below 256. */
final class Spellings {
    private static final List<String> CHARSETS = List.of("UTF-8", "IBM437", "windows-1252", "IBM850");

    private Spellings() {}

    /** One for a password of plain letters, more for one with a pound sign or an accent; the caller clears them. */
    static List<char[]> of(char[] password) {
        List<char[]> all = new ArrayList<>();
        for (String name : CHARSETS) {
            CharsetEncoder encoder =
                    Charset.isSupported(name) ? Charset.forName(name).newEncoder() : null;
            if (encoder != null && encoder.canEncode(CharBuffer.wrap(password))) {
                char[] spelled = spelled(Charset.forName(name), password);
                if (all.stream().noneMatch(each -> Arrays.equals(each, spelled))) {
                    all.add(spelled);
                } else {
                    Arrays.fill(spelled, '\0');
                }
            }
        }
        return all;
    }

    private static char[] spelled(Charset charset, char[] password) {
        ByteBuffer bytes = charset.encode(CharBuffer.wrap(password));
        char[] spelled = new char[bytes.remaining()];
        for (int i = 0; i < spelled.length; i++) {
            spelled[i] = (char) (bytes.get() & 0xff);
        }
        Arrays.fill(bytes.array(), (byte) 0);
        return spelled;
    }
}
