package org.spocgateway.directory;

/**
 * Where a value stands.
 *
 * @param file path below config/ or certs/, such as {@code directory/partners.yaml}
 * @param line from 1
 */
public record Origin(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
