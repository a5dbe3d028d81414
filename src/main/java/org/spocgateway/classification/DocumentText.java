package org.spocgateway.classification;

import java.util.stream.Stream;
import org.spocgateway.envelope.Documents;
import org.spocgateway.envelope.ReadMail;

/** The words of each document of a message, as far as needed to see that one is a form; never shown to anybody. */
final class DocumentText {
    private static final int FILES_MOST = 20;

    private DocumentText() {}

    /** The writer's own words, and each attached document's, as far as they are wanted. */
    static Stream<String> of(ReadMail mail, OwnWords words) {
        return Stream.concat(
                Stream.of(words.text()),
                mail.attachments().stream()
                        .limit(FILES_MOST)
                        .flatMap(each -> Documents.words(each).stream())
                        .map(PlainText::tidy));
    }
}
