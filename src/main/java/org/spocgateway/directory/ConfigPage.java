package org.spocgateway.directory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML file below config/, read strictly: every value knows its line, and what is wrong is collected. */
public final class ConfigPage {
    private final String name;
    private final byte[] bytes;
    private final Findings findings;

    private ConfigPage(String name, byte[] bytes, Findings findings) {
        this.name = name;
        this.bytes = bytes;
        this.findings = findings;
    }

    /**
     * Reads a file; one that is missing is a finding and reads as empty.
     *
     * @param root the folder config/
     * @param name path below it, such as {@code directory/partners.yaml}
     */
    public static ConfigPage read(Path root, String name, Findings findings) {
        Path file = root.resolve(name);
        try {
            return new ConfigPage(name, Files.readAllBytes(file), findings);
        } catch (IOException e) {
            findings.add(
                    new Origin(name, 1), "This file is missing or cannot be read.", "Put it back into " + root + ".");
            return new ConfigPage(name, new byte[0], findings);
        }
    }

    /** A text that was kept, read as the file was; {@code findings} takes what this version of the gateway would say against it. */
    public static ConfigPage kept(String name, byte[] bytes, Findings findings) {
        return new ConfigPage(name, bytes, findings);
    }

    /** Path below config/. */
    public String name() {
        return name;
    }

    /** The exact bytes; what a hash is taken of. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The mapping that the file consists of. */
    public Block root() {
        Origin top = new Origin(name, 1);
        Optional<Node> node = bytes.length == 0 ? Optional.empty() : compose();
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            Secrets.lookFor(name, mapping, findings);
            return Block.of(mapping, this, top);
        }
        if (node.isPresent()) {
            findings.add(top, "This file is not a list of 'key: value' lines.", "See config/schema for its form.");
        }
        return Block.absent(this, top);
    }

    Findings findings() {
        return findings;
    }

    private Optional<Node> compose() {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var settings = LoadSettings.builder().setLabel(name).build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            findings.add(
                    new Origin(name, line),
                    "This is not YAML: " + e.getProblem() + ".",
                    "Mend the line; mind the indent.");
        } catch (YamlEngineException e) {
            findings.add(new Origin(name, 1), "This is not YAML.", "One document, no control characters.");
        } catch (CharacterCodingException e) {
            findings.add(new Origin(name, 1), "This file is not UTF-8 text.", "Save it as UTF-8.");
        }
        return Optional.empty();
    }
}
