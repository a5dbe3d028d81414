package org.spocgateway.release;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.spocgateway.directory.Block;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.TransferKind;

/** Reads release-rules.yaml, or tells everything that is wrong with it. */
final class RulesFile {
    static final String NAME = "release-rules.yaml";
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");
    private static final Set<String> WAYS = Set.of("R17", "R18", "R19", "R19b", "R20", "R22", "R32", "R9");

    private final Map<String, RuleText> texts = new LinkedHashMap<>();
    private final Map<TransferKind, List<String>> sets = new EnumMap<>(TransferKind.class);
    private final Set<String> relevantRoles;
    private final byte[] text;
    private final String hash;

    RulesFile(ConfigPage page) {
        text = page.bytes();
        hash = Fingerprint.of(text).hex();
        Block root = page.root();
        root.blocks("rules").forEach(this::readRule);
        for (String id : Rulebook.pages().keySet()) {
            if (!texts.containsKey(id)) {
                root.wrong("rules", "The words of rule " + id + " are missing.", "Put them back.");
            }
        }
        readSets(root.block("sets"));
        relevantRoles = Set.copyOf(new TreeSet<>(root.texts("relevant-roles")));
        root.blocks("elsewhere").forEach(RulesFile::readElsewhere);
        root.noMore();
    }

    Map<String, RuleText> texts() {
        return texts;
    }

    List<String> set(TransferKind kind) {
        return sets.getOrDefault(kind, List.of());
    }

    Set<String> relevantRoles() {
        return relevantRoles;
    }

    byte[] text() {
        return text.clone();
    }

    String hash() {
        return hash;
    }

    private void readRule(Block block) {
        String id = block.text("id");
        Block sentences = block.block("sentences");
        var words = new LinkedHashMap<String, String>();
        var page = Rulebook.pages().get(id);
        if (page == null) {
            block.wrong(
                    "id",
                    "There is no rule " + id + ".",
                    "Known: " + String.join(", ", Rulebook.pages().keySet()) + ".");
        } else {
            page.sentences().forEach((key, places) -> words.put(key, sentence(sentences, key, places)));
            sentences.noMore();
        }
        var text = new RuleText(
                id,
                block.text("paragraph"),
                block.oneOf("effect", List.of("block", "hold")).equals("block"),
                words,
                block.origin());
        block.noMore();
        if (texts.put(id, text) != null) {
            block.wrong("id", "Rule " + id + " stands here twice.", "Keep one of them.");
        }
    }

    private static String sentence(Block sentences, String key, Set<String> places) {
        String sentence = sentences.text(key);
        PLACE.matcher(sentence)
                .results()
                .map(each -> each.group(1))
                .filter(each -> !places.contains(each))
                .forEach(each -> sentences.wrong(
                        key,
                        "Nothing fills the place {" + each + "}.",
                        places.isEmpty() ? "Take it out." : "Use " + places + "."));
        return sentence;
    }

    private void readSets(Block block) {
        for (TransferKind kind : TransferKind.values()) {
            List<String> ids = List.copyOf(block.texts(kind.word()));
            for (String id : ids) {
                if (!Rulebook.pages().containsKey(id)) {
                    block.wrong(kind.word(), "There is no rule " + id + ".", "Use the ids under rules.");
                }
            }
            for (String id : needed(kind)) {
                if (!ids.contains(id)) {
                    block.wrong(
                            kind.word(), "Rule " + id + " may not be left out of " + kind.word() + ".", "Put it back.");
                }
            }
            for (String id : forbidden(kind)) {
                if (ids.contains(id)) {
                    block.wrong(
                            kind.word(),
                            "Rule " + id + " would keep back a " + kind.word() + ".",
                            "Take it out (R5, R29).");
                }
            }
            sets.put(kind, ids);
        }
        block.noMore();
    }

    /** Without these the policy would not be kept, whatever paper says. */
    private static Set<String> needed(TransferKind kind) {
        var needed = new TreeSet<>(WAYS);
        if (kind.waitsForGate()) {
            needed.addAll(List.of("R1", "R4", "R23", "R25"));
        }
        if (kind == TransferKind.FORWARD_TO_POLICE) {
            needed.removeAll(List.of("R18", "R19b", "R20"));
            needed.add("R5");
        }
        if (kind == TransferKind.SAFEGUARDING_REFERRAL) {
            needed.add("R29");
        }
        return needed;
    }

    /** With these the product itself would delay a referral to police or a safeguarding referral. */
    private static Set<String> forbidden(TransferKind kind) {
        boolean never = kind == TransferKind.FORWARD_TO_POLICE || kind == TransferKind.SAFEGUARDING_REFERRAL;
        return never
                ? new TreeSet<>(List.of("R1", "R2", "R4", "R6", "R10", "R13", "R14", "R23", "R25", "R30"))
                : Set.of();
    }

    private static void readElsewhere(Block block) {
        List.of("id", "paragraph", "by", "sentence").forEach(block::text);
        block.noMore();
    }
}
