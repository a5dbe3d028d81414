package org.spocgateway.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while files are read, so that everything is told at once. */
public final class Findings {
    private final List<ConfigurationFault> faults = new ArrayList<>();

    /** One more. */
    public void add(Origin at, String sentence, String fix) {
        faults.add(new ConfigurationFault(at.file(), at.line(), sentence, fix));
    }

    /** All, by file and line. */
    public List<ConfigurationFault> all() {
        return faults.stream()
                .distinct()
                .sorted(Comparator.comparing(ConfigurationFault::file).thenComparing(ConfigurationFault::line))
                .toList();
    }

    /** Goes on only when nothing was found. */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new ConfigurationFaults(all());
        }
    }
}
