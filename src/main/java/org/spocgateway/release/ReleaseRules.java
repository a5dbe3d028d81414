package org.spocgateway.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Findings;
import org.spocgateway.directory.Origin;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferKind;

/** All rules put to one recipient of one transfer (policy 4.1 to 4.6); pure. */
public final class ReleaseRules {
    /** The file's name below config/. */
    public static final String FILE = RulesFile.NAME;

    private static final String NO_CONTENT = "0".repeat(64);

    private final RulesFile rules;

    private ReleaseRules(RulesFile rules) {
        this.rules = rules;
    }

    /**
     * Reads release-rules.yaml.
     *
     * @throws org.spocgateway.directory.ConfigurationFaults with everything that is wrong
     */
    public static ReleaseRules read(Path config) {
        var findings = new Findings();
        var rules = new RulesFile(ConfigPage.read(config, RulesFile.NAME, findings));
        findings.throwIfAny();
        return new ReleaseRules(rules);
    }

    /** SHA-256 of the rules in force: 64 hexadecimal digits. */
    public String hash() {
        return rules.hash();
    }

    /** The exact text of the rules in force: what is kept of them when they become active. */
    public byte[] text() {
        return rules.text();
    }

    /** The rules that a kept text puts to transfers of this kind, in its words; faults that this version would find in it are no matter. */
    public static List<RuleWords> words(byte[] kept, TransferKind kind) {
        var rules = new RulesFile(ConfigPage.kept(RulesFile.NAME, kept, new Findings()));
        return rules.set(kind).stream()
                .flatMap(id -> Optional.ofNullable(rules.texts().get(id)).stream())
                .map(text ->
                        new RuleWords(text.id(), text.paragraph(), text.blocks() ? "block" : "hold", text.sentences()))
                .toList();
    }

    /** Decides. Called by {@code dispatch} only. */
    public Decision decide(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        return judge(transfer, directory, gate, day).decision();
    }

    /** Decides again before sending: the same recipient, way, content and a rule set in force give a {@link Permitted}, anything else {@link Held}. */
    public Decision again(FrozenDecision frozen, Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        Verdict verdict = judge(transfer, directory, gate, day);
        var reasons = new ArrayList<>(verdict.reasons());
        changes(frozen, transfer, verdict).stream()
                .map(key -> doubt().reason(new Objection(key, Map.of())))
                .forEach(reasons::add);
        return reasons.isEmpty() ? new Permitted(transfer, frozen) : new Held(reasons);
    }

    /** What {@link #decide} would say, for people. */
    public Explanation explain(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        Facts facts = facts(transfer, directory, gate, day);
        Verdict verdict = judge(facts);
        return new Explanation(
                verdict.word(),
                verdict.reasons().isEmpty() ? facts.way().transferChannel() : Optional.empty(),
                facts.way().exists() ? because(facts.way()) : "",
                verdict.reasons(),
                new Values(facts, rules).list());
    }

    /** Where a rule's words stand; empty for a rule that is kept by another part. */
    public Optional<Origin> origin(String rule) {
        return Optional.ofNullable(rules.texts().get(rule)).map(RuleText::origin);
    }

    private Verdict judge(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        return judge(facts(transfer, directory, gate, day));
    }

    private Facts facts(Transfer transfer, Directory directory, Gate gate, LocalDate day) {
        return Facts.of(transfer, directory, gate, day, rules.relevantRoles());
    }

    private Verdict judge(Facts facts) {
        var reasons = new ArrayList<Reason>();
        boolean blocked = false;
        for (String id : rules.set(facts.transfer().kind())) {
            RuleText text = rules.texts().get(id);
            Rulebook.Page page = Rulebook.pages().get(id);
            if (text == null || page == null) {
                throw new IllegalStateException("release-rules.yaml was read without its findings");
            }
            List<Objection> objections = page.rule().objections(facts);
            blocked |= text.blocks() && !objections.isEmpty();
            objections.stream().map(text::reason).forEach(reasons::add);
        }
        if (reasons.isEmpty() && !facts.way().exists()) {
            reasons.add(doubt().reason(new Objection("no-way", Map.of())));
        }
        return new Verdict(facts.transfer(), freeze(facts), List.copyOf(reasons), blocked);
    }

    private FrozenDecision freeze(Facts facts) {
        Way way = facts.way();
        return new FrozenDecision(
                facts.party().map(Party::id).orElse(""),
                way.transferChannel().orElse(TransferChannel.EGRESS_STYLE),
                way.profile(),
                way.nextHop(),
                way.seal(),
                way.rule(),
                because(way),
                rules.hash(),
                facts.directory().hash(),
                facts.transfer().content());
    }

    private String because(Way way) {
        return Optional.ofNullable(rules.texts().get(way.rule()))
                .map(text -> text.sentence(way.sentence(), way.words()))
                .orElse("");
    }

    private List<String> changes(FrozenDecision frozen, Transfer transfer, Verdict now) {
        var changes = new ArrayList<String>();
        FrozenDecision fresh = now.frozen();
        add(changes, !frozen.party().equals(fresh.party()), "recipient-changed");
        boolean sameWay = frozen.transferChannel() == fresh.transferChannel()
                && frozen.profile().equals(fresh.profile())
                && frozen.nextHop().equals(fresh.nextHop())
                && frozen.seal() == fresh.seal();
        add(changes, !sameWay, "way-changed");
        add(changes, isUnfrozen(transfer.content()), "not-frozen");
        add(changes, !frozen.content().equals(transfer.content()), "content-changed");
        add(changes, !frozen.ruleSetHash().equals(rules.hash()), "rules-changed");
        return changes;
    }

    private static void add(List<String> changes, boolean changed, String key) {
        if (changed) {
            changes.add(key);
        }
    }

    private static boolean isUnfrozen(Fingerprint content) {
        return content.hex().equals(NO_CONTENT);
    }

    private RuleText doubt() {
        return Optional.ofNullable(rules.texts().get("R32")).orElseThrow();
    }
}
