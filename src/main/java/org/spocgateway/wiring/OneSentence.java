package org.spocgateway.wiring;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Writes why the start failed to standard error, and nothing else. */
final class OneSentence implements FailureAnalysisReporter {
    @Override
    @SuppressWarnings("SystemOut")
    public void report(FailureAnalysis analysis) {
        System.err.println(analysis.getDescription());
    }
}
