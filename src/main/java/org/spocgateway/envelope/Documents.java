package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spocgateway.envelope.container.Bounds;
import org.spocgateway.envelope.container.DocumentWords;
import org.spocgateway.envelope.mail.HtmlText;
import org.spocgateway.envelope.mail.Words;

/** The words of attached files: text only, within bounds; nothing is run, followed or fetched. */
public final class Documents {
    private static final int CHARACTERS_MOST = 1 << 20;

    private Documents() {}

    /** One text for each document in the file: Word, OpenDocument, PDF, plain text, HTML, a mail, an archive of these. */
    public static List<String> words(ReadMail.Attachment file) {
        return words(file.type(), file.fileName(), file.content());
    }

    /** The same for a file that was opened with a password. */
    public static List<String> words(Document document) {
        return words(document.type(), document.fileName(), document.content());
    }

    private static List<String> words(String type, String fileName, byte[] content) {
        try {
            return Guarded.read(() -> read(type, fileName, content));
        } catch (UnreadableMail e) {
            return List.of();
        }
    }

    private static List<String> read(String type, String fileName, byte[] content) {
        if (type.equals("message/rfc822")) {
            return List.of(ReadMail.of(content).text());
        }
        if (type.equals("text/html") || type.equals("application/xhtml+xml")) {
            return List.of(HtmlText.of(cut(Words.text(content, Optional.empty()))));
        }
        List<String> words = DocumentWords.of(content, Bounds.USUAL);
        boolean isText =
                type.startsWith("text/") || fileName.toLowerCase(Locale.ROOT).endsWith(".txt");
        return words.isEmpty() && isText ? List.of(cut(Words.text(content, Optional.empty()))) : words;
    }

    /** The message with the opened files behind its attachments. */
    public static ReadMail with(ReadMail mail, List<Document> opened) {
        List<ReadMail.Attachment> all = new ArrayList<>(mail.attachments());
        opened.forEach(each -> all.add(each.asAttachment()));
        return mail.with(all);
    }

    private static String cut(String text) {
        return text.length() <= CHARACTERS_MOST ? text : text.substring(0, CHARACTERS_MOST);
    }
}
