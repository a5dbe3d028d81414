package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads intents sentence by sentence, negation and condition before the intent (R3).
 *
 * <p>Source: policy 4.1 and 4.2, domain rules R2 to R4. A false opening is worse than any number of false holds, so every doubt
 * closes: a denied go-ahead is {@link Intent#NOT_YET}, a conditional one {@link Intent#CONDITIONAL}.
 */
final class Reading {
    private static final Pattern IN_QUOTES = Pattern.compile("\"[^\"]{12,}\"|(?<![\\p{L}])'[^'\\n]{12,}'(?![\\p{L}])");
    private static final int LOCAL = 40;
    private static final String NEIGHBOUR = "neighbour";

    private final PhraseBook phrases;
    private final EnumSet<Intent> intents = EnumSet.noneOf(Intent.class);
    private final List<Evidence> evidence = new ArrayList<>();
    private boolean isContradicted;
    private boolean isPlainlyConditional;

    Reading(PhraseBook phrases) {
        this.phrases = phrases;
    }

    /** Reads once; what was found is in {@link #intents()} and {@link #evidence()}. */
    Reading of(OwnWords words) {
        List<Sentence> sentences = Sentence.in(words.text());
        boolean takesBack = sentences.stream()
                .anyMatch(each -> phrases.speaks(PhraseBook.STRONG_CONDITION, harmlessTakenOut(each)));
        for (int index = 0; index < sentences.size(); index++) {
            boolean doubtful = takesBack || casts(sentences, index - 1) || casts(sentences, index + 1);
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

    /** Whether a go-ahead without any doubt of its own stands beside words that take it back or limit it. */
    boolean isContradicted() {
        return isContradicted && intents.contains(Intent.CONDITIONAL);
    }

    /** Whether a sentence carries a condition itself, not only its neighbour. */
    boolean isPlainlyConditional() {
        return isPlainlyConditional;
    }

    /** Whether it talks to a machine instead of to us. */
    boolean commandsMachine() {
        return evidence.stream().anyMatch(each -> each.rule().equals(PhraseBook.INJECTION));
    }

    Set<Intent> intents() {
        return intents;
    }

    List<Evidence> evidence() {
        return evidence;
    }

    private void read(Sentence sentence, boolean doubtful) {
        String plain = harmlessTakenOut(sentence);
        if (!phrases.speaks(PhraseBook.ELSEWHERE, plain)) {
            closing(sentence, plain, "text");
            if (!sentence.isQuestion()) {
                find(sentence, plain, Intent.NO_FURTHER_ACTION, "text");
            }
            openings(sentence, plain, doubtful);
        }
        phrases.first(PhraseBook.INJECTION, sentence.text())
                .ifPresent(found -> note(PhraseBook.INJECTION, sentence, found, "text"));
    }

    /** What denies an obstacle, and every other harmless phrase, denies or stops nothing more. */
    private String harmlessTakenOut(Sentence sentence) {
        String open = masked(sentence.text(), phrases.list(PhraseBook.NO_OBSTACLE));
        return masked(open, phrases.list(PhraseBook.REASSURANCE));
    }

    /** Words in quotation marks are somebody else's. */
    private void openings(Sentence sentence, String plain, boolean doubtful) {
        String unquoted = unquoted(plain);
        Optional<String> asking = doubt(unquoted, PhraseBook.CONDITION_ON_ASKING);
        opening(sentence, Intent.ASKS.word(), unquoted, Intent.ASKS, asking);
        boolean asks = asking.isEmpty() && speaks(Intent.ASKS, unquoted);
        Optional<String> doubt = goAhead(sentence, unquoted, doubtful);
        if (asks && doubt.isPresent()) {
            return; // "I would ask you to gather …": a request, however polite, is no go-ahead under a condition
        }
        opening(sentence, PhraseBook.NO_OBSTACLE, unquoted(sentence.text()), Intent.GO_AHEAD, doubt);
        opening(sentence, Intent.GO_AHEAD.word(), unquoted, Intent.GO_AHEAD, doubt);
        if (!phrases.speaks(PhraseBook.OTHER_BUSINESS, plain)) {
            opening(sentence, PhraseBook.GO_AHEAD_BARE, unquoted, Intent.GO_AHEAD, doubt);
        }
    }

    private static String unquoted(String text) {
        return IN_QUOTES
                .matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }

    /** What speaks against a go-ahead in this sentence or beside it. */
    private Optional<String> goAhead(Sentence sentence, String plain, boolean doubtful) {
        Optional<String> inside = doubt(plain, PhraseBook.CONDITION);
        isContradicted |= inside.isEmpty() && !sentence.isQuestion() && doubtful;
        return inside.or(() -> sentence.isQuestion() ? Optional.of("question") : Optional.empty())
                .or(() -> speaksOf(PhraseBook.OTHER_BUSINESS, plain))
                .or(() -> doubtful ? Optional.of(NEIGHBOUR) : Optional.empty());
    }

    private Optional<String> speaksOf(String list, String plain) {
        return phrases.speaks(list, plain) ? Optional.of(list) : Optional.empty();
    }

    private Optional<String> doubt(String plain, String condition) {
        return speaks(Intent.NOT_YET, plain) || phrases.speaks(PhraseBook.NEGATION, plain)
                ? Optional.of(PhraseBook.NEGATION)
                : phrases.speaks(condition, plain) ? Optional.of(condition) : Optional.empty();
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

    private void opening(Sentence sentence, String list, String plain, Intent intent, Optional<String> doubt) {
        for (Phrase phrase : phrases.list(list)) {
            phrase.in(plain).ifPresent(found -> {
                Intent read = doubt.map(why -> why.equals(PhraseBook.NEGATION) ? Intent.NOT_YET : Intent.CONDITIONAL)
                        .orElse(intent);
                note(read, sentence, found, "text");
                isPlainlyConditional |= read == Intent.CONDITIONAL && !doubt.equals(Optional.of(NEIGHBOUR));
                doubt.ifPresent(why -> note("doubt-" + why, sentence, found, "text"));
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
        String plain = harmlessTakenOut(sentences.get(index));
        return phrases.speaks(PhraseBook.STRONG_CONDITION, plain) || phrases.speaks(PhraseBook.NEGATION, plain);
    }

    private void note(Intent intent, Sentence sentence, Phrase.Place found, String place) {
        intents.add(intent);
        note("intent-" + intent.word(), sentence, found, place);
    }

    private void note(String rule, Sentence sentence, Phrase.Place found, String place) {
        evidence.add(new Evidence(rule, place, sentence.from() + found.from(), sentence.from() + found.to()));
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
