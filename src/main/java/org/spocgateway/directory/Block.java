package org.spocgateway.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.spocgateway.terms.MailAddress;

/**
 * One mapping of a YAML file. A wrong or missing value is a finding and reads as a stand-in, so that reading goes on to the next;
 * nothing that was read is used while there are findings. Close it with {@link #noMore()}: keys that nobody asked for are findings too.
 */
public final class Block {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9][0-9 ]{5,18}[0-9]");
    static final MailAddress NOBODY = new MailAddress("nobody@nowhere.invalid");

    private final Map<String, NodeTuple> entries;
    private final List<String> asked = new ArrayList<>();
    private final ConfigPage page;
    private final Origin origin;
    private final boolean absent;

    private Block(Map<String, NodeTuple> entries, ConfigPage page, Origin origin, boolean absent) {
        this.entries = entries;
        this.page = page;
        this.origin = origin;
        this.absent = absent;
    }

    static Block absent(ConfigPage page, Origin origin) {
        return new Block(Map.of(), page, origin, true);
    }

    static Block of(MappingNode mapping, ConfigPage page, Origin origin) {
        var entries = new LinkedHashMap<String, NodeTuple>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (entries.put(key, tuple) != null) {
                page.findings()
                        .add(at(page, tuple.getKeyNode()), "'" + key + "' stands here twice.", "Keep one of them.");
            }
        }
        return new Block(entries, page, origin, false);
    }

    /** Where it begins. */
    public Origin origin() {
        return origin;
    }

    /** Where a key stands; where the block begins if it does not. */
    public Origin at(String key) {
        NodeTuple tuple = entries.get(key);
        return tuple == null ? origin : at(page, tuple.getKeyNode());
    }

    /** Keys in file order. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Tells that the value of a key is wrong. */
    public void wrong(String key, String sentence, String fix) {
        if (!absent) {
            page.findings().add(at(key), sentence, fix);
        }
    }

    /** A text that must be there. */
    public String text(String key) {
        return maybeText(key).orElseGet(() -> missing(key, "text"));
    }

    /** A text that may be there. */
    public Optional<String> maybeText(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof ScalarNode)) {
            wrong(key, "'" + key + "' should be one value.", "Write " + key + ": value.");
            return Optional.of("?");
        }
        return node.map(each -> ((ScalarNode) each).getValue().strip()).filter(value -> !value.isEmpty());
    }

    /** A short name for machines: small letters, digits, hyphens, dots. */
    public String id(String key) {
        String id = text(key);
        if (!absent && !id.equals("?") && !ID.matcher(id).matches()) {
            wrong(key, "'" + id + "' is no id.", "Use small letters, digits and hyphens, such as larkhill-nhs-trust.");
        }
        return id;
    }

    /** A list of texts; a missing one is empty. */
    public List<String> texts(String key) {
        return scalars(key).stream().map(ScalarNode::getValue).toList();
    }

    /** A mail address that must be there. */
    public MailAddress address(String key) {
        return maybeText(key).map(text -> address(key, text)).orElseGet(() -> {
            missing(key, "mail address");
            return NOBODY;
        });
    }

    /** A list of mail addresses, at least one. */
    public List<MailAddress> addresses(String key) {
        List<String> texts = texts(key);
        if (texts.isEmpty()) {
            missing(key, "list of mail addresses");
            return List.of(NOBODY);
        }
        return texts.stream().map(text -> address(key, text)).toList();
    }

    private MailAddress address(String key, String text) {
        return MailAddress.parse(text).orElseGet(() -> {
            wrong(
                    key,
                    "'" + key + "' is not a mail address that can be used.",
                    "Write name@domain in plain letters, without spaces, quotes or a second @.");
            return NOBODY;
        });
    }

    /** A telephone number that must be there: digits and spaces. */
    public String telephone(String key) {
        Optional<String> number = maybeText(key);
        if (number.isEmpty()) {
            wrong(
                    key,
                    "There is no telephone number.",
                    "Add " + key + ": with a number from a source other than their mail.");
        } else if (!TELEPHONE.matcher(number.get()).matches()) {
            wrong(key, "'" + key + "' is not a telephone number.", "Write digits and spaces, such as 020 7946 0142.");
        }
        return number.orElse("?");
    }

    /** A day that must be there. */
    public LocalDate date(String key) {
        return maybeDate(key).orElseGet(() -> {
            missing(key, "date");
            return LocalDate.EPOCH;
        });
    }

    /** A day that may be there. */
    public Optional<LocalDate> maybeDate(String key) {
        return maybeText(key).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                wrong(key, "'" + key + "' is not a date.", "Write year-month-day, such as 2026-04-01.");
                return LocalDate.EPOCH;
            }
        });
    }

    /** A list of days; a missing one is empty. */
    public List<LocalDate> dates(String key) {
        var dates = new ArrayList<LocalDate>();
        for (ScalarNode each : scalars(key)) {
            try {
                dates.add(LocalDate.parse(each.getValue().strip()));
            } catch (DateTimeException e) {
                page.findings()
                        .add(
                                at(page, each),
                                "An entry of '" + key + "' is not a date.",
                                "Write year-month-day, such as 2026-04-01.");
            }
        }
        return dates;
    }

    /** Yes or no. */
    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = maybeText(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            wrong(key, "'" + key + "' should be true or false.", "Write " + key + ": true or " + key + ": false.");
        }
        return text.map("true"::equals).orElse(otherwise);
    }

    /** A whole number in a range. */
    public int number(String key, int from, int to) {
        String text = text(key);
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= from && Integer.parseInt(text) <= to) {
            return Integer.parseInt(text);
        }
        if (!absent && !text.equals("?")) {
            wrong(key, "'" + key + "' should be a number.", "Write a number from " + from + " to " + to + ".");
        }
        return from;
    }

    /** One word out of a few. */
    public String oneOf(String key, List<String> words) {
        String word = text(key);
        if (!absent && !word.equals("?") && !words.contains(word)) {
            wrong(
                    key,
                    "'" + word + "' is not known under '" + key + "'.",
                    "Use one of " + String.join(", ", words) + ".");
            return words.get(0);
        }
        return words.contains(word) ? word : words.get(0);
    }

    /** A mapping that must be there. */
    public Block block(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return of(mapping, page, at(key));
        }
        missing(key, "block");
        return absent(page, at(key));
    }

    /** A mapping that may be there. */
    public Optional<Block> maybeBlock(String key) {
        return node(key).isPresent() ? Optional.of(block(key)) : Optional.empty();
    }

    /** A list of mappings; a missing one is empty. */
    public List<Block> blocks(String key) {
        var blocks = new ArrayList<Block>();
        for (Node each : list(key)) {
            if (each instanceof MappingNode mapping) {
                blocks.add(of(mapping, page, at(page, each)));
            } else {
                page.findings().add(at(page, each), "An entry of '" + key + "' has no keys.", "Write - key: value.");
            }
        }
        return blocks;
    }

    /** Ends the reading: keys that nobody asked for are findings. */
    public void noMore() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                wrong(
                        key,
                        "The key '" + key + "' is not known here.",
                        Nearest.to(key, asked)
                                .map(near -> "Did you mean " + near + "?")
                                .orElse("Take it out; known here: " + String.join(", ", asked) + "."));
            }
        }
    }

    private List<Node> list(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(key, "'" + key + "' should be a list.", "Write one '- …' line for each, or [a, b].");
        return List.of();
    }

    private List<ScalarNode> scalars(String key) {
        var scalars = new ArrayList<ScalarNode>();
        for (Node each : list(key)) {
            if (each instanceof ScalarNode scalar) {
                scalars.add(scalar);
            } else {
                page.findings().add(at(page, each), "An entry of '" + key + "' is not one value.", "Write - value.");
            }
        }
        return scalars;
    }

    private Optional<Node> node(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key))
                .map(NodeTuple::getValueNode)
                .filter(node ->
                        !(node instanceof ScalarNode scalar && scalar.getValue().isBlank()));
    }

    private String missing(String key, String what) {
        wrong(key, "'" + key + "' is missing.", "Add " + key + ": with a " + what + ".");
        return "?";
    }

    private static Origin at(ConfigPage page, Node node) {
        return new Origin(
                page.name(), node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }
}
