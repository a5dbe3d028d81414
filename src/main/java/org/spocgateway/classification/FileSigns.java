package org.spocgateway.classification;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spocgateway.envelope.ReadMail.Attachment;

/**
 * How files are told that nobody of good will sends: by their endings, which stand in classification.yaml, and by what a browser or a
 * scanner would see in them. Nothing is opened or run.
 *
 * @param hostile endings of files that run
 * @param macros endings of Office files with macros
 */
record FileSigns(List<String> hostile, List<String> macros) {
    private static final int LOOKED_AT = 1 << 20;
    /** The harmless test text of the European Institute for Computer Antivirus Research, in two pieces so that no scanner stops this class. */
    private static final String SCANNER_TEST = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR";

    private static final List<String> SCRIPTS = List.of("<script", "atob(", "javascript:", "mssaveoropenblob");

    FileSigns {
        hostile = List.copyOf(hostile);
        macros = List.copyOf(macros);
    }

    Set<Structure> in(Collection<Attachment> files) {
        var found = EnumSet.noneOf(Structure.class);
        for (Attachment file : files) {
            String name = file.fileName().toLowerCase(Locale.ROOT).strip();
            if (ends(name, hostile) || isTest(file) || isPage(name, file.type()) && runs(file)) {
                found.add(Structure.HOSTILE_FILE);
            }
            if (ends(name, macros) || file.type().contains("macroenabled")) {
                found.add(Structure.MACRO_FILE);
            }
        }
        return found;
    }

    private static boolean ends(String name, List<String> endings) {
        return endings.stream().anyMatch(ending -> name.endsWith("." + ending));
    }

    private static boolean isTest(Attachment file) {
        return text(file).contains(SCANNER_TEST);
    }

    private static boolean isPage(String name, String type) {
        return type.equals("text/html") || type.equals("image/svg+xml") || name.matches(".*\\.(?:s?html?|svg|xhtml)");
    }

    private static boolean runs(Attachment file) {
        String text = text(file).toLowerCase(Locale.ROOT);
        return SCRIPTS.stream().anyMatch(text::contains);
    }

    private static String text(Attachment file) {
        byte[] content = file.content();
        return new String(content, 0, Math.min(content.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
    }
}
