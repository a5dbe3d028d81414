package org.spocgateway.directory;

import java.util.Locale;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Finds secrets that stand in a YAML file; they belong in the environment, a configtree or a systemd credential. */
final class Secrets {
    private static final Pattern SECRET =
            Pattern.compile(".*(password|passphrase|passwd|secret|api-?key|private-?key|token|credential).*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]+}|");
    private static final Pattern PROPERTY = Pattern.compile("gateway(\\.[a-z0-9-]+)+");

    private Secrets() {}

    /** Looks through a whole file, however deep. */
    static void lookFor(String file, MappingNode mapping, Findings findings) {
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (tuple.getValueNode() instanceof MappingNode inner) {
                lookFor(file, inner, findings);
            } else if (tuple.getValueNode() instanceof SequenceNode list) {
                list.getValue().stream()
                        .filter(MappingNode.class::isInstance)
                        .forEach(each -> lookFor(file, (MappingNode) each, findings));
            } else if (tuple.getValueNode() instanceof ScalarNode value && isSecret(key, value.getValue())) {
                int line = tuple.getKeyNode()
                        .getStartMark()
                        .map(mark -> mark.getLine() + 1)
                        .orElse(1);
                findings.add(
                        new Origin(file, line),
                        "A secret stands under '" + key + "' in a file that people read and copy.",
                        "Take it out, change it, and give it by environment, configtree or systemd credential.");
            }
        }
    }

    private static boolean isSecret(String key, String value) {
        boolean names = key.equals("account-secret") && PROPERTY.matcher(value).matches();
        return SECRET.matcher(key.toLowerCase(Locale.ROOT)).matches()
                && !names
                && !PLACEHOLDER.matcher(value).matches();
    }
}
