package org.spocgateway.classification;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;

/** Gathers what rules may ask for, once for each message. */
final class FactFinding {
    private static final String PREFIXES = "(?i)^\\s*(?:(?:re|aw|sv|atb|fw|fwd|yml)\\s*:\\s*)+";

    /** Nobody writes longer subjects, and ten times the longest mail that anybody reads. */
    private static final int SUBJECT_MOST = 1000;

    private static final int WORDS_MOST = 30_000;

    private final RuleBook book;
    private final Directory directory;

    FactFinding(RuleBook book, Directory directory) {
        this.book = book;
        this.directory = directory;
    }

    Facts about(
            Opening opening,
            ReadMail outer,
            ReadMail inner,
            List<String> opened,
            Optional<AttachedOriginal> original,
            Grading grading) {
        PhraseBook phrases = book.phrases();
        OwnWords all = words(inner.text(), opened);
        var words = new OwnWords(cut(all.text(), WORDS_MOST), cut(all.footer(), WORDS_MOST), all.quoted());
        String tidied = PlainText.tidy(cut(subject(opening, outer, inner), SUBJECT_MOST));
        String subject = tidied.replaceAll(PREFIXES, "");
        boolean fresh = subject.equals(tidied.stripLeading());
        Reading reading = new Reading(phrases).of(words);
        if (all.text().length() + all.footer().length()
                > words.text().length() + words.footer().length()) {
            reading.unreadRest();
        }
        if (fresh) {
            reading.ofFreshSubject(subject);
        }
        SenderSide side = SenderSide.of(outer, directory);
        Arrival arrival = grading.grade(opening, outer, side);
        Optional<String> form = form(inner, words);
        return new Facts(
                opening,
                outer,
                inner,
                side,
                Reach.of(outer.recipients(), directory),
                subject,
                words,
                reading,
                structures(opening, outer, inner, words, arrival, form.isPresent()),
                form,
                Facts.References.in(subject, words, book.references(), book.known()),
                original.map(AttachedOriginal::side),
                arrival,
                side.isPolice() && urgent(outer, fresh ? subject : "", words));
    }

    private Set<Structure> structures(
            Opening opening, ReadMail outer, ReadMail inner, OwnWords words, Arrival arrival, boolean isForm) {
        Set<Structure> found = Structure.of(opening, outer, inner, words, isForm);
        found.addAll(book.files().in(inner.attachments()));
        found.addAll(arrival.structures());
        return found;
    }

    /** The one that the sender protected, else the one outside: a header field inside that nobody marked as protected is no subject. */
    private static String subject(Opening opening, ReadMail outer, ReadMail inner) {
        boolean isProtected = opening instanceof Opened opened && opened.hasOwnHeaders();
        return isProtected && !inner.subject().isBlank() ? inner.subject() : outer.subject();
    }

    /** The mail's own words, and those of the files that were locked in it. */
    private OwnWords words(String text, List<String> opened) {
        OwnWords all = own(text);
        for (String each : opened) {
            if (FormShape.of(PlainText.tidy(each), book.forms()).isEmpty()) {
                OwnWords more = own(each);
                all = new OwnWords(
                        all.text() + "\n\n" + more.text(),
                        all.footer() + "\n\n" + more.footer(),
                        all.quoted() + "\n\n" + more.quoted());
            }
        }
        return all;
    }

    private OwnWords own(String text) {
        PhraseBook phrases = book.phrases();
        return OwnWords.of(text, phrases.list(PhraseBook.BANNER), phrases.list(PhraseBook.DISCLAIMER));
    }

    private Optional<String> form(ReadMail mail, OwnWords words) {
        return DocumentText.of(mail, words)
                .map(text -> FormShape.of(text, book.forms()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Police call it urgent: by header, in a subject that is their own, or in plain words without "not" or "if" (R10). */
    private boolean urgent(ReadMail outer, String freshSubject, OwnWords words) {
        PhraseBook phrases = book.phrases();
        boolean header = outer.extra().getOrDefault("importance", "").strip().equalsIgnoreCase("high")
                || Set.of("1", "2").contains(firstDigit(outer.extra().getOrDefault("x-priority", "")));
        return header
                || phrases.speaks(
                        PhraseBook.URGENT, Reading.masked(freshSubject, phrases.list(PhraseBook.URGENT_HARMLESS)))
                || Sentence.in(words.text()).stream().anyMatch(this::isUrgent);
    }

    private boolean isUrgent(Sentence sentence) {
        PhraseBook phrases = book.phrases();
        String harmless = Reading.masked(sentence.text(), phrases.list(PhraseBook.URGENT_HARMLESS));
        String text = Reading.masked(harmless, phrases.list(PhraseBook.REASSURANCE));
        return phrases.first(PhraseBook.URGENT, text)
                .filter(found -> !phrases.speaks(PhraseBook.NEGATION, text.substring(0, found.from()))
                        && !phrases.speaks(PhraseBook.HYPOTHESIS, text.substring(0, found.from())))
                .isPresent();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static String firstDigit(String value) {
        String tidy = value.strip();
        return tidy.isEmpty() ? "" : tidy.substring(0, 1);
    }
}
