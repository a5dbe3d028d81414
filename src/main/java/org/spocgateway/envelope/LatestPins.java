package org.spocgateway.envelope;

import java.util.concurrent.atomic.AtomicReference;
import org.spocgateway.directory.Directory;

/** The pins of the snapshot of the directory that was asked for last, gathered once. */
final class LatestPins {
    private record Gathered(Directory directory, Pins pins) {}

    private final AtomicReference<Gathered> latest = new AtomicReference<>();

    Pins of(Directory directory) {
        Gathered known = latest.get();
        if (known != null && known.directory == directory) {
            return known.pins;
        }
        var gathered = new Gathered(directory, Pins.of(directory));
        latest.set(gathered);
        return gathered.pins;
    }
}
