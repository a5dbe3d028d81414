package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads intents sentence by sentence, negation and condition before the intent (R3).
 *
 * <p>Source: policy 4.1 and 4.2, domain rules R2 to R4. A false opening is worse than any number of false holds, so every doubt
 * closes: a denied go-ahead is {@link Intent#NOT_YET}, a conditional one {@link Intent#CONDITIONAL}.
 */
final class Reading {
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]{12,}\"");
    private static final int LOCAL = 40;

    private final PhraseBook phrases;
    private final EnumSet<Intent> intents = EnumSet.noneOf(Intent.class);
    private final List<Evidence> evidence = new ArrayList<>();

    Reading(PhraseBook phrases) {
        this.phrases = phrases;
    }

    /** Reads once; what was found is in {@link #intents()} and {@link #evidence()}. */
    Reading of(OwnWords words) {
        List<Sentence> sentences = Sentence.in(words.text());
        for (int index = 0; index < sentences.size(); index++) {
            boolean doubtful = casts(sentences, index - 1) || casts(sentences, index + 1);
            read(sentences.get(index), doubtful);
        }
        for (Sentence sentence : Sentence.in(words.footer())) {
            closing(sentence, masked(sentence.text(), phrases.list(PhraseBook.REASSURANCE)), "footer");
        }
        return this;
    }

    /** A subject line that nobody copied by pressing "reply": it can stop, never open. */
    Reading ofFreshSubject(String subject) {
        find(new Sentence(subject, 0), subject, Intent.STOP, "subject");
        find(new Sentence(subject, 0), subject, Intent.NO_FURTHER_ACTION, "subject");
        return this;
    }

    /** More words than are read: whatever the rest says, nothing opens. */
    Reading unreadRest() {
        intents.add(Intent.CONDITIONAL);
        evidence.add(new Evidence("too-many-words", "text", -1, -1));
        return this;
    }

    Set<Intent> intents() {
        return intents;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    private void read(Sentence sentence, boolean doubtful) {
        String plain = masked(sentence.text(), phrases.list(PhraseBook.REASSURANCE));
        closing(sentence, plain, "text");
        find(sentence, plain, Intent.NO_FURTHER_ACTION, "text");
        String unquoted = IN_QUOTES
                .matcher(plain)
                .replaceAll(found -> " ".repeat(found.group().length()));
        opening(sentence, unquoted, Intent.GO_AHEAD, doubtful);
        opening(sentence, unquoted, Intent.ASKS, false);
    }

    private void closing(Sentence sentence, String plain, String place) {
        find(sentence, plain, Intent.STOP, place);
        for (Phrase phrase : phrases.list(Intent.NOT_YET.word())) {
            phrase.in(plain).ifPresent(found -> note(Intent.NOT_YET, sentence, found, place));
        }
    }

    private void find(Sentence sentence, String plain, Intent intent, String place) {
        for (Phrase phrase : phrases.list(intent.word())) {
            for (Phrase.Place found : phrase.all(plain)) {
                if (!deniedJustBefore(plain, found)) {
                    note(intent, sentence, found, place);
                }
            }
        }
    }

    private void opening(Sentence sentence, String plain, Intent intent, boolean doubtful) {
        for (Phrase phrase : phrases.list(intent.word())) {
            phrase.in(plain).ifPresent(found -> {
                if (speaks(Intent.NOT_YET, plain) || phrases.speaks(PhraseBook.NEGATION, plain)) {
                    note(Intent.NOT_YET, sentence, found, "text");
                } else if (doubtful || sentence.isQuestion() || phrases.speaks(PhraseBook.CONDITION, plain)) {
                    note(Intent.CONDITIONAL, sentence, found, "text");
                } else {
                    note(intent, sentence, found, "text");
                }
            });
        }
    }

    private boolean speaks(Intent intent, String plain) {
        return phrases.speaks(intent.word(), plain);
    }

    private boolean deniedJustBefore(String plain, Phrase.Place found) {
        String before = plain.substring(Math.max(0, found.from() - LOCAL), found.from());
        int clause = Math.max(before.lastIndexOf(','), Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')));
        return phrases.speaks(PhraseBook.NEGATION, before.substring(clause + 1));
    }

    /** Whether a neighbouring sentence casts doubt on a go-ahead: it takes something back, or names what comes first. */
    private boolean casts(List<Sentence> sentences, int index) {
        if (index < 0 || index >= sentences.size()) {
            return false;
        }
        String plain = masked(sentences.get(index).text(), phrases.list(PhraseBook.REASSURANCE));
        return phrases.speaks(PhraseBook.STRONG_CONDITION, plain) || phrases.speaks(PhraseBook.NEGATION, plain);
    }

    private void note(Intent intent, Sentence sentence, Phrase.Place found, String place) {
        intents.add(intent);
        evidence.add(new Evidence(
                "intent-" + intent.word(), place, sentence.from() + found.from(), sentence.from() + found.to()));
    }

    /** The same text with harmless phrases blanked out, so that places stay where they are. */
    static String masked(String text, List<Phrase> harmless) {
        var masked = new StringBuilder(text);
        for (Phrase phrase : harmless) {
            for (Phrase.Place found : phrase.all(text)) {
                masked.replace(found.from(), found.to(), " ".repeat(found.to() - found.from()));
            }
        }
        return masked.toString();
    }
}
