package org.spocgateway.wiring.pages;

import org.springframework.boot.ExitCodeGenerator;

/** A page breaks the grammar: {@code file:line: sentence}; the start ends with exit code 2. */
public final class PageRefused extends RuntimeException implements ExitCodeGenerator {
    private static final long serialVersionUID = 1L;

    /** The message is {@code file:line: sentence}. */
    public PageRefused(String file, int line, String sentence) {
        super(file + ":" + line + ": " + sentence);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
