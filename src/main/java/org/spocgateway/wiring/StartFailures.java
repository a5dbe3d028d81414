package org.spocgateway.wiring;

import org.apache.camel.FailedToCreateRouteException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns a refused start into sentences for the administrator: what is wrong, where, and what to do. */
final class StartFailures extends AbstractFailureAnalyzer<Throwable> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Throwable cause) {
        for (Throwable each = root; each != null; each = each.getCause()) {
            if (each instanceof ExitCodeGenerator) {
                return new FailureAnalysis(String.valueOf(each.getMessage()), null, each);
            }
            if (each instanceof FailedToCreateRouteException) {
                return new FailureAnalysis("The pages in routes/ cannot be started: " + each.getMessage(), null, each);
            }
        }
        return null;
    }

    /** The exit code that a failed start deserves: the one it names, or 2 for configuration. */
    static int exitCode(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ExitCodeGenerator generator) {
                return generator.getExitCode();
            }
        }
        return 2;
    }
}
