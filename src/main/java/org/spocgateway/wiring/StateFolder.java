package org.spocgateway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of everything that must outlive the process; made on demand, for our own account only (0700). */
final class StateFolder {
    private StateFolder() {}

    /** Its absolute path. */
    static Path made(Path state) {
        Path folder = state.toAbsolutePath().normalize();
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("the state folder cannot be made", e);
        }
    }
}
