package org.spocgateway.fuzz;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.spocgateway.classification.ResultsDoor;
import org.spocgateway.envelope.FuzzDoor;

/**
 * The one class that Jazzer is given; which of its targets it drives stands in the property {@code fuzz.target}. The long run is
 * src/test/fuzz/run.
 */
public final class Fuzz {
    /** Every target by its name. */
    static final Map<String, BiConsumer<FuzzDoor, byte[]>> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put("addresses", FuzzDoor::addresses);
        TARGETS.put("headers", FuzzDoor::headers);
        TARGETS.put("results", (door, data) -> ResultsDoor.results(data));
        TARGETS.put("mime", FuzzDoor::mime);
        TARGETS.put("parts", FuzzDoor::parts);
        TARGETS.put("winmail", FuzzDoor::winmail);
        TARGETS.put("armour", FuzzDoor::armour);
        TARGETS.put("openpgp", FuzzDoor::openPgp);
        TARGETS.put("cms", FuzzDoor::cms);
        TARGETS.put("message", FuzzDoor::message);
        TARGETS.put("containers", FuzzDoor::containers);
    }

    private static @Nullable FuzzDoor door;
    private static @Nullable BiConsumer<FuzzDoor, byte[]> target;

    private Fuzz() {}

    /** Called by Jazzer once. */
    public static void fuzzerInitialize() {
        door = FuzzDoor.with(Path.of(System.getProperty("fuzz.folder", "target/fuzz")), Seeds.PASSWORD.toCharArray());
        target = TARGETS.get(System.getProperty("fuzz.target"));
    }

    /** Called by Jazzer with every input. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (target == null || door == null) {
            throw new IllegalStateException("no such target: " + System.getProperty("fuzz.target"));
        }
        target.accept(door, data);
    }
}
