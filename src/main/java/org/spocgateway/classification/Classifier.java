package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.terms.CaseReference;

/**
 * Ordered rules over a message that was read; pure.
 *
 * <p>The first rule of classification.yaml whose conditions all hold gives the kind; a message for which none speaks is unsorted and
 * waits for a person. Words about faith or origin are in no list, and instructions in a text are words like any other.
 */
public final class Classifier {
    private static final Rule UNSORTED_RULE =
            new Rule("unsorted", MessageKind.UNSORTED, RuleBookPage.NO_CONDITIONS, false, false);

    private final RuleBook book;
    private final Originals originals;

    /** Takes a forwarded original as it lies there, sealed or not. */
    public Classifier(RuleBook book) {
        this(book, AttachedOriginal.UNOPENED);
    }

    /** @param originals how a police message that a colleague forwards is opened */
    public Classifier(RuleBook book, Originals originals) {
        this.book = book;
        this.originals = originals;
    }

    /** The same rules, knowing these references of cases: their shapes, and that a police reference that is none of them is new. */
    public Classifier knowing(Collection<String> references) {
        return new Classifier(book.knowing(references), originals);
    }

    /** Every reference of police or case-register shape, and every reference of our own, that stands in a text; tidied. */
    public List<String> references(String text) {
        Facts.References found = Facts.References.in(text, OwnWords.NONE, book.references(), Set.of());
        return Stream.concat(found.cases().stream().map(CaseReference::value), found.police().stream())
                .toList();
    }

    /**
     * Classifies.
     *
     * @param outer the message as it arrived: its headers tell how
     * @param inner the message after opening; the same as {@code outer} for plain and unopened mail
     */
    public Classified classify(Opening opening, ReadMail outer, ReadMail inner, Directory directory) {
        return classify(opening, outer, inner, List.of(), directory);
    }

    /**
     * Classifies a message of which files were opened with a password: what they say is what the message says.
     *
     * @param opened the words of each of these files; forms among them say what kind it is, not what is wanted
     */
    public Classified classify(
            Opening opening, ReadMail outer, ReadMail inner, List<String> opened, Directory directory) {
        Optional<AttachedOriginal> original = AttachedOriginal.in(inner, directory);
        var grading = new Grading(book.relays(directory.ways().profile().id()), book.border(), book.codes(), directory);
        Facts facts = new FactFinding(book, directory).about(opening, outer, inner, opened, original, grading);
        Rule rule = book.rules().stream()
                .filter(each -> each.speaks(facts, book.phrases()))
                .findFirst()
                .orElse(UNSORTED_RULE);
        Arrival judged =
                rule.kind() == MessageKind.POLICE_TO_INDIVIDUAL && !facts.side().isPolice()
                        ? forwarded(grading, original, facts.arrival(), directory)
                        : facts.arrival();
        ArrivalGrade threshold = ArrivalGrade.valueOf(directory.ways().profile().referralGrade());
        Classified verdict = verdict(facts, rule, judged, threshold);
        return isReadToItsEnd(opening, inner) ? verdict : verdict.inDoubt();
    }

    /** Only the beginning of a very large message is read; what stands behind may take back what stands before. */
    private static boolean isReadToItsEnd(Opening opening, ReadMail inner) {
        boolean isWhole = !(opening instanceof Opened opened) || ReadMail.isWhole(opened.content());
        return isWhole && !inner.isCut();
    }

    /**
     * A colleague's "FW:" is judged by the attached original, and is no better than the mail that carries it; text that was only copied
     * in proves nothing (K10).
     */
    private Arrival forwarded(
            Grading grading, Optional<AttachedOriginal> original, Arrival carrier, Directory directory) {
        return original.map(one -> grading.grade(originals.open(one.content(), directory), one.mail(), one.side()))
                .orElse(new Arrival(ArrivalGrade.D, List.of("copied-text"), List.of()))
                .within(carrier);
    }

    private Classified verdict(Facts facts, Rule rule, Arrival arrival, ArrivalGrade threshold) {
        var evidence = new ArrayList<Evidence>(rule.evidence(facts, book.phrases()));
        evidence.addAll(facts.reading().evidence());
        evidence.addAll(arrival.evidence());
        if (facts.references().onlyQuoted()) {
            evidence.add(new Evidence("reference-in-quoted-text", "quoted", -1, -1));
        }
        facts.form().ifPresent(edition -> evidence.add(new Evidence("form-" + edition, "document", -1, -1)));
        boolean policeSent = facts.side().isPolice()
                || facts.original().filter(SenderSide::isPolice).isPresent();
        return new Classified(
                rule.kind(),
                arrival.grade(),
                GateReading.of(facts, rule, arrival, threshold),
                facts.urgent() && rule.kind().fromPolice(),
                rule.id(),
                facts.references().cases(),
                facts.references().requests(),
                facts.references().police(),
                policeSent && facts.reach().contains(Reach.PERSON) || rule.kind() == MessageKind.POLICE_TO_INDIVIDUAL,
                facts.reach().contains(Reach.POLICE),
                facts.structures().contains(Structure.RECOGNISED_FORM),
                facts.side().isKnown(),
                List.copyOf(evidence));
    }
}
