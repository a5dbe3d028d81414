package org.spocgateway.cli;

import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.Origin;

/**
 * Something that {@code check} tells.
 *
 * @param file as a path from here, so that it can be opened
 * @param line from 1
 * @param sentence what it is
 * @param fix what to do
 */
record Finding(Level level, String file, int line, String sentence, String fix) {
    /** How bad: the gateway will not start; a person should act; good to know. */
    enum Level {
        ERROR,
        WARNING,
        NOTE,
        /** Something outside did not answer as it should. */
        AWAY
    }

    static Finding of(Level level, String folder, Origin at, String sentence, String fix) {
        return new Finding(level, folder + "/" + at.file(), at.line(), sentence, fix);
    }

    static Finding error(String folder, ConfigurationFault fault) {
        return new Finding(Level.ERROR, folder + "/" + fault.file(), fault.line(), fault.sentence(), fault.fix());
    }
}
