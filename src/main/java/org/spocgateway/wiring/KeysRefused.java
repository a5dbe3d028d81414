package org.spocgateway.wiring;

import java.util.List;
import org.springframework.boot.ExitCodeGenerator;

/** What stands under {@code gateway.envelope} cannot be used, mostly our own keys; every fault in one sentence each, without any secret. */
final class KeysRefused extends IllegalStateException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    KeysRefused(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
    }

    /** Configuration: the start is refused with 2. */
    @Override
    public int getExitCode() {
        return 2;
    }
}
