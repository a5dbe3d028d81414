package org.spocgateway.wiring.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The pages in their number order: every {@code *.camel.yaml} of one folder. */
public record RoutesFolder(Path folder) {
    /** The pages; a folder that cannot be read, or holds another YAML file beside them, is refused. */
    public List<Path> pages() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> yaml = files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
            for (Path file : yaml) {
                if (!file.toString().endsWith(".camel.yaml")) {
                    throw new PageRefused(
                            String.valueOf(file.getFileName()),
                            1,
                            "a page is called NN-name.camel.yaml; rename or remove this file.");
                }
            }
            return yaml;
        } catch (IOException e) {
            throw new PageRefused("routes", 0, "the pages cannot be read: the folder is missing or closed to us.");
        }
    }
}
