package org.spocgateway.envelope.container;

import java.util.regex.Pattern;
import org.apache.tika.Tika;

/** What a file is, by its content (Tika's detection; its parsers are not here). */
final class FileKind {
    private static final Tika TIKA = new Tika();
    private static final Pattern UNTIDY = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\"<>|:*?/\\\\]");
    private static final int LOOKED_AT = 65_536;
    private static final int NAME_MOST = 120;

    private FileKind() {}

    /** The media type, lower case; the name only chooses between kinds that the content allows. */
    static String of(byte[] file, String name) {
        byte[] start = file.length <= LOOKED_AT ? file : java.util.Arrays.copyOf(file, LOOKED_AT);
        return TIKA.detect(start, name).toLowerCase(java.util.Locale.ROOT);
    }

    /** The last part of a path, without anything that means something to a file system, a header or a reader's eye. */
    static String tidy(String path) {
        int last = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        String name = UNTIDY.matcher(path.substring(last + 1)).replaceAll("_").strip();
        return name.length() <= NAME_MOST ? name : name.substring(name.length() - NAME_MOST);
    }
}
