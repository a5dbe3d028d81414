package org.spocgateway.envelope.container;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Tells whether a file is locked, by what it is and never by its name. */
public final class Locks {
    private static final byte[] PROTECTED = {0x76, (byte) 0xe8, 0x04, 0x60, (byte) 0xc4, 0x11, (byte) 0xe3, (byte) 0x86
    };

    private Locks() {}

    /** What keeps the file shut; empty for a file that is open, unknown to us, or too broken for anybody to open. */
    public static Optional<Lock> of(byte[] file, Bounds bounds) {
        return Hostile.read(() -> of(file, new Budget(bounds, file.length), 0)).orElse(Optional.empty());
    }

    /** Whether a file that begins so is of a kind that can be locked; 4 KiB tell, or the whole file where it is shorter. */
    public static boolean isLockable(byte[] start) {
        return ZipDirectory.isZip(start) || OfficeFiles.isOle(start) || PdfFiles.isPdf(start);
    }

    /** Whether the bytes are Microsoft's protected message ([MS-OXORMMS] 2.1.4), whatever they are called. */
    public static boolean isProtectedMessage(byte[] file) {
        return file.length >= PROTECTED.length
                && java.util.Arrays.equals(file, 0, PROTECTED.length, PROTECTED, 0, PROTECTED.length);
    }

    static Optional<Lock> of(byte[] file, Budget budget, int depth) throws IOException {
        if (ZipDirectory.isZip(file)) {
            return zip(file, budget, depth);
        }
        if (OfficeFiles.isOle(file)) {
            return OfficeFiles.lock(file);
        }
        return PdfFiles.isPdf(file) ? PdfFiles.lock(file, budget) : Optional.empty();
    }

    private static Optional<Lock> zip(byte[] file, Budget budget, int depth) throws IOException {
        List<ZipDirectory.Entry> entries = ZipDirectory.of(file, budget);
        if (entries.stream().anyMatch(ZipDirectory.Entry::isLocked)) {
            return Optional.of(Lock.ZIP);
        }
        if (OpenDocument.isLocked(file, entries, budget)) {
            return Optional.of(Lock.OPEN_DOCUMENT);
        }
        boolean isDocument = ZipFiles.isDocument(entries);
        for (ZipDirectory.Entry entry : entries) {
            if (!isDocument && depth < budget.depth() && !entry.isFolder()) {
                Optional<Lock> inner = of(ZipFiles.plain(file, entry, budget), budget, depth + 1);
                if (inner.isPresent()) {
                    return inner.get().opensWithPassword() ? Optional.of(Lock.ZIP) : inner;
                }
            }
        }
        return Optional.empty();
    }
}
