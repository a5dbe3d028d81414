package org.spocgateway.directory;

/**
 * One thing that is wrong in config/ or certs/.
 *
 * @param file path below config/ or certs/
 * @param line from 1
 * @param sentence what is wrong
 * @param fix what to do
 */
public record ConfigurationFault(String file, int line, String sentence, String fix) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence + " Fix: " + fix;
    }
}
