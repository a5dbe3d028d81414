package org.spocgateway.wiring;

import org.spocgateway.directory.ConfigurationFaults;
import org.springframework.boot.ExitCodeGenerator;

/** The gateway does not start with a configuration that is wrong: exit code 2. */
final class StartRefused extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    StartRefused(ConfigurationFaults faults) {
        super(faults.getMessage(), faults);
    }

    StartRefused(String sentence) {
        super(sentence);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
