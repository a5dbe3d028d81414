package org.spocgateway.wiring.pages;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The text of one page as a tree with line numbers, read with the parser that Camel itself uses. */
final class PageText {
    private final String file;
    private final Node root;

    private PageText(String file, Node root) {
        this.file = file;
        this.root = root;
    }

    /** One entry of a mapping and the place of its key. */
    record Member(String key, Node at, Node value) {}

    static PageText of(Path page) {
        String name = String.valueOf(page.getFileName());
        try (Reader reader = Files.newBufferedReader(page)) {
            var settings = LoadSettings.builder()
                    .setAllowDuplicateKeys(false)
                    .setLabel(name)
                    .build();
            var documents = new Compose(settings).composeAllFromReader(reader).iterator();
            if (!documents.hasNext()) {
                throw new PageRefused(name, 1, "a page holds at least one route.");
            }
            var text = new PageText(name, documents.next());
            if (documents.hasNext()) {
                throw text.no(documents.next(), "a page is one YAML document; remove the --- line.");
            }
            text.refuseAliases(text.root, Collections.newSetFromMap(new IdentityHashMap<>()));
            return text;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new PageRefused(name, line, "this is not YAML that can be read: " + e.getProblem() + ".");
        } catch (YamlEngineException | IOException e) {
            throw new PageRefused(name, 1, "this is not YAML that can be read.");
        }
    }

    Node root() {
        return root;
    }

    PageRefused no(Node at, String sentence) {
        return new PageRefused(
                file, at.getStartMark().map(mark -> mark.getLine() + 1).orElse(0), sentence);
    }

    /** The members of a mapping, each of them allowed and each once. */
    Map<String, Member> mapping(Node node, String what, Set<String> allowed) {
        if (!(node instanceof MappingNode map)) {
            throw no(node, what + " must be a mapping (key: value).");
        }
        var members = new LinkedHashMap<String, Member>();
        for (NodeTuple tuple : map.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (!allowed.contains(key)) {
                throw no(tuple.getKeyNode(), "'" + key + "' is not allowed in " + what + ".");
            }
            if (members.put(key, new Member(key, tuple.getKeyNode(), tuple.getValueNode())) != null) {
                throw no(tuple.getKeyNode(), "'" + key + "' stands twice.");
            }
        }
        return members;
    }

    /** The only member of a mapping with one key, whatever the key is. */
    Member only(Node node, String what) {
        if (node instanceof MappingNode map && map.getValue().size() == 1) {
            NodeTuple tuple = map.getValue().get(0);
            return new Member(scalar(tuple.getKeyNode()), tuple.getKeyNode(), tuple.getValueNode());
        }
        throw no(node, what + " must be a mapping with one key.");
    }

    List<Node> list(Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw no(node, what + " must be a list.");
    }

    String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw no(node, "a plain word is expected here.");
    }

    Member required(Map<String, Member> members, String key, Node in) {
        Member member = members.get(key);
        if (member == null) {
            throw no(in, "'" + key + "' is missing.");
        }
        return member;
    }

    private void refuseAliases(Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            throw no(node, "an alias (*name) is not allowed in a page.");
        }
        for (Node child : children(node)) {
            refuseAliases(child, seen);
        }
    }

    private static List<Node> children(Node node) {
        var children = new ArrayList<Node>();
        if (node instanceof SequenceNode sequence) {
            children.addAll(sequence.getValue());
        } else if (node instanceof MappingNode map) {
            for (NodeTuple tuple : map.getValue()) {
                children.add(tuple.getKeyNode());
                children.add(tuple.getValueNode());
            }
        }
        return children;
    }
}
