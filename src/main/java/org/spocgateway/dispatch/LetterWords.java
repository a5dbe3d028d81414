package org.spocgateway.dispatch;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Question;
import org.spocgateway.terms.WrittenDay;
import org.springframework.stereotype.Component;

/** What is filled into a letter. */
@Component
class LetterWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.UK);
    private final Directory directory;

    LetterWords(Directory directory) {
        this.directory = directory;
    }

    /** For everything that was approved by an officer. */
    Map<String, String> of(Outgoing outgoing) {
        var values = new LinkedHashMap<>(council());
        values.put("reference", outgoing.reference().value());
        values.put("marking", outgoing.marking().words());
        values.put("case-reference", outgoing.caseReference().value());
        values.put("reply-by", DAY.format(outgoing.replyBy()));
        values.put("free-text", outgoing.freeText());
        values.put(
                "facts",
                outgoing.fields().entrySet().stream()
                        .map(fact -> label(fact.getKey()) + ": " + WrittenDay.inWords(fact.getValue(), Locale.UK))
                        .collect(Collectors.joining("\n")));
        values.put(
                "questions",
                questions(outgoing).values().stream().map(text -> "- " + text).collect(Collectors.joining("\n")));
        return values;
    }

    /** For a notice: nothing about a person. */
    Map<String, String> notice(NoticeText notice) {
        var values = new LinkedHashMap<>(council());
        values.putAll(notice.values());
        return values;
    }

    /** The standard questions asked, id to text, in order; a free question is not among them. */
    Map<String, String> questions(Outgoing outgoing) {
        Map<String, String> texts = directory.questions().stream()
                .collect(Collectors.toMap(Question::id, Question::text, (first, second) -> first));
        var asked = new LinkedHashMap<String, String>();
        for (String id : outgoing.questions()) {
            String text = texts.get(id);
            if (text != null) {
                asked.put(id, text);
            }
        }
        return asked;
    }

    private Map<String, String> council() {
        return Map.of(
                "council", directory.council().name(),
                "telephone", directory.council().telephone());
    }

    private static String label(String field) {
        String words = field.replace('-', ' ').replace("nhs ", "NHS ");
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }
}
