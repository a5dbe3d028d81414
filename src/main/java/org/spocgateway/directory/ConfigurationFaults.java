package org.spocgateway.directory;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used: every fault, never only the first. Whoever starts the process ends it with exit code 2. */
public final class ConfigurationFaults extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigurationFault> faults;

    public ConfigurationFaults(List<ConfigurationFault> faults) {
        super(faults.stream().map(ConfigurationFault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** Every fault, by file and line. */
    public List<ConfigurationFault> faults() {
        return faults;
    }
}
