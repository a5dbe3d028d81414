package org.spocgateway.proof;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The zip, read once from front to end and at the same time written again as it should be: any byte of the container that differs from
 * what the gateway writes (stored, one fixed time, nothing more) shows at the end.
 */
final class Container implements Closeable {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int LONGEST_LINE = 64 * 1024;

    private final InputStream file;
    private final ZipInputStream zip;
    private final SameBytes original;
    private final ZipOutputStream copy;

    Container(Path path) throws IOException {
        file = new BufferedInputStream(Files.newInputStream(path));
        zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(path)), StandardCharsets.UTF_8);
        original = new SameBytes(file);
        copy = new ZipOutputStream(original, StandardCharsets.UTF_8);
        copy.setMethod(ZipOutputStream.STORED);
    }

    /** Takes one line, without its line end. */
    interface Lines {
        void take(byte[] line) throws Unproven;
    }

    /** Reads the next file, which must have this name, line by line. */
    void next(String name, Lines lines) throws IOException, Unproven {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name) || entry.getMethod() != ZipEntry.STORED) {
            throw Unproven.altered(name + " is missing, or the zip is not as the gateway wrote it");
        }
        var again = new ZipEntry(name);
        again.setTimeLocal(NO_TIME);
        again.setSize(entry.getSize());
        again.setCrc(entry.getCrc());
        copy.putNextEntry(again);
        split(name, lines);
        copy.closeEntry();
    }

    /** Requires that nothing stands in the zip beside what was read. */
    void end() throws IOException, Unproven {
        if (zip.getNextEntry() != null) {
            throw Unproven.altered("the zip holds a file that the gateway did not write");
        }
        copy.finish();
        if (!original.whole()) {
            throw Unproven.altered("the zip around the entries was changed");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        file.close();
    }

    private void split(String name, Lines lines) throws IOException, Unproven {
        byte[] line = new byte[LONGEST_LINE];
        int length = 0;
        byte[] block = new byte[8192];
        for (int read = zip.read(block); read >= 0; read = zip.read(block)) {
            copy.write(block, 0, read);
            for (int i = 0; i < read; i++) {
                if (block[i] == '\n') {
                    lines.take(Arrays.copyOf(line, length));
                    length = 0;
                } else if (length == LONGEST_LINE) {
                    throw Unproven.altered(name + " has a line that is too long");
                } else {
                    line[length++] = block[i];
                }
            }
        }
        if (length > 0) {
            throw Unproven.altered(name + " does not end with a line end");
        }
    }
}
