package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.spocgateway.directory.Block;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.envelope.Fault;

/** Reads classification.yaml strictly: unknown keys, unknown words and missing lists are findings with their line. */
public final class RuleBookPage {
    static final Rule.Conditions NO_CONDITIONS = new Rule.Conditions(
            Set.of(), Set.of(), Set.of(), List.of(), Set.of(), Set.of(), Set.of(), Set.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), Set.of(), false, 0, 0);

    private final Block root;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Map<String, List<Phrase>> lists = new LinkedHashMap<>();

    private RuleBookPage(Block root) {
        this.root = root;
    }

    /** Reads the page; use the book only if the page's findings stayed empty. */
    public static RuleBook read(ConfigPage page) {
        return new RuleBookPage(page.root()).book();
    }

    private RuleBook book() {
        words(root.block("words"));
        phrases(root.block("phrases"));
        var book = new RuleBook(
                rules(root.blocks("rules")),
                new PhraseBook(lists),
                all(root, "references", ReferenceForm::of),
                forms(root.blocks("forms")),
                files(root.block("files")),
                border(root.block("border")),
                CodePolicy.of(root.block("codes")),
                relays(root.blocks("trusted-relays")));
        root.noMore();
        return book;
    }

    private void words(Block block) {
        for (String name : block.keys()) {
            words.put("{" + name + "}", "(" + spelled(block.text(name)) + ")");
        }
    }

    /** With each {@code {name}} replaced by the words that it stands for. */
    private String spelled(String written) {
        String spelled = written;
        for (Map.Entry<String, String> word : words.entrySet()) {
            spelled = spelled.replace(word.getKey(), word.getValue());
        }
        return spelled;
    }

    private void phrases(Block block) {
        for (String name : block.keys()) {
            lists.put(name, all(block, name, text -> Phrase.of(spelled(text))));
        }
        for (String needed : PhraseBook.NEEDED) {
            if (!lists.containsKey(needed)) {
                block.texts(needed);
                block.wrong(
                        needed, "The list of phrases '" + needed + "' is missing.", "Add it; every intent needs it.");
            }
        }
    }

    private static <T> List<T> all(Block block, String key, Function<String, T> reads) {
        var all = new ArrayList<T>();
        for (String text : block.texts(key)) {
            try {
                all.add(reads.apply(text));
            } catch (IllegalArgumentException e) {
                block.wrong(key, "'" + text + "' cannot be read.", "See the notation at the head of the file.");
            }
        }
        return all;
    }

    private static FileSigns files(Block block) {
        var files = new FileSigns(block.texts("hostile"), block.texts("macros"));
        block.noMore();
        return files;
    }

    private static List<FormShape> forms(List<Block> blocks) {
        var forms = new ArrayList<FormShape>();
        for (Block block : blocks) {
            forms.add(
                    new FormShape(block.id("id"), all(block, "headings", Phrase::of), block.number("at-least", 2, 50)));
            block.noMore();
        }
        return forms;
    }

    private Border border(Block block) {
        var border = new Border(block.texts("inside-hosts"), block.flag("refuses-old-tls", false));
        block.noMore();
        return border;
    }

    private static List<TrustedRelays> relays(List<Block> blocks) {
        var relays = new ArrayList<TrustedRelays>();
        for (Block block : blocks) {
            relays.add(new TrustedRelays(block.id("profile"), block.texts("relays"), block.texts("senders")));
            block.noMore();
        }
        return relays;
    }

    private List<Rule> rules(List<Block> blocks) {
        var rules = new ArrayList<Rule>();
        var seen = new HashSet<String>();
        for (Block block : blocks) {
            Rule rule = rule(block);
            if (!seen.add(rule.id())) {
                block.wrong("id", "The rule '" + rule.id() + "' stands here twice.", "Give one of them another id.");
            }
            rules.add(rule);
        }
        if (rules.isEmpty()) {
            root.wrong("rules", "There are no rules.", "Add rules: with at least one rule.");
        }
        return rules;
    }

    private Rule rule(Block block) {
        String id = block.id("id");
        MessageKind kind = kind(block);
        boolean opens = block.flag("opens", false);
        boolean holds = block.flag("holds", false);
        var conditions = new Rule.Conditions(
                words(block, "sender", SenderSide.values(), SenderSide::word),
                words(block, "original", SenderSide.values(), SenderSide::word),
                words(block, "to", Reach.values(), Reach::word),
                block.texts("header"),
                words(block, "structure", Structure.values(), Structure::word),
                words(block, "not-structure", Structure.values(), Structure::word),
                words(block, "intent", Intent.values(), Intent::word),
                words(block, "not-intent", Intent.values(), Intent::word),
                lists(block, "says"),
                lists(block, "subject"),
                lists(block, "text"),
                known(block, "refers", List.of("case", "request", "police", "known", "new", "none")),
                known(
                        block,
                        "fault",
                        Arrays.stream(Fault.values()).map(Fault::code).toList()),
                lists(block, "not-says"),
                words(block, "grade", ArrivalGrade.values(), ArrivalGrade::name),
                block.flag("urgent", false),
                block.keys().contains("most-words") ? block.number("most-words", 1, 10_000) : 0,
                block.keys().contains("least-words") ? block.number("least-words", 1, 10_000) : 0);
        if (conditions.equals(NO_CONDITIONS)) {
            block.wrong("id", "The rule '" + id + "' asks nothing and would take every mail.", "Add a condition.");
        }
        block.noMore();
        return new Rule(id, kind, conditions, opens, holds);
    }

    private static MessageKind kind(Block block) {
        List<String> ids =
                Arrays.stream(MessageKind.values()).map(MessageKind::id).toList();
        return MessageKind.values()[ids.indexOf(block.oneOf("kind", ids))];
    }

    private List<String> lists(Block block, String key) {
        return known(block, key, List.copyOf(lists.keySet()));
    }

    private static List<String> known(Block block, String key, List<String> words) {
        List<String> texts = block.texts(key);
        for (String text : texts) {
            if (!words.contains(text)) {
                block.wrong(
                        key,
                        "'" + text + "' is not known under '" + key + "'.",
                        "Use " + String.join(", ", words) + ".");
            }
        }
        return texts;
    }

    private static <T> Set<T> words(Block block, String key, T[] values, Function<T, String> word) {
        List<String> words = Arrays.stream(values).map(word).toList();
        return known(block, key, words).stream()
                .map(words::indexOf)
                .filter(index -> index >= 0)
                .map(index -> values[index])
                .collect(Collectors.toUnmodifiableSet());
    }
}
