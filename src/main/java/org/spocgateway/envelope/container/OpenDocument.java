package org.spocgateway.envelope.container;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.spocgateway.envelope.mime.Latin;

/** OpenDocument files (ODF 1.3 part 2): what their manifest says. */
final class OpenDocument {
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final Pattern ENCRYPTED = Pattern.compile("<(?:[A-Za-z]+:)?encryption-data\\b");

    private OpenDocument() {}

    /** Whether the manifest says that a part is encrypted. */
    static boolean isLocked(byte[] file, List<ZipDirectory.Entry> entries, Budget budget) throws IOException {
        for (ZipDirectory.Entry entry : entries) {
            if (entry.path().equals(MANIFEST)) {
                return ENCRYPTED
                        .matcher(new Latin(ZipFiles.plain(file, entry, budget)))
                        .find();
            }
        }
        return false;
    }
}
