package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spocgateway.PlantedNames;

/** The story with the forty planted names in every place of it where people write: {@code demonstration/planted.yaml}. */
final class PlantedStory {
    private PlantedStory() {}

    /** Fails when one of the forty is planted nowhere. */
    static Story load() {
        String planted = text();
        planted = fill(planted, "person", PlantedNames.people());
        planted = fill(planted, "subject", PlantedNames.subjects());
        planted = fill(planted, "file", PlantedNames.files());
        return Story.load().with(Story.of(planted));
    }

    private static String fill(String text, String kind, List<String> names) {
        String filled = text;
        for (int i = 0; i < names.size(); i++) {
            String place = "{" + kind + " " + (i + 1) + "}";
            if (!filled.contains(place)) {
                throw new AssertionError(place + " stands nowhere");
            }
            filled = filled.replace(place, names.get(i));
        }
        return filled;
    }

    private static String text() {
        try (InputStream in = PlantedStory.class.getResourceAsStream("/demonstration/planted.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^#.*$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
