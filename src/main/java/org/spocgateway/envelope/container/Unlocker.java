package org.spocgateway.envelope.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tries one password on one file, in memory only.
 *
 * <p>The password is read and not changed; the caller clears it. POI and PDFBox take it as a text, which only the collector clears.
 */
public final class Unlocker {
    private final char[] password;
    private final Budget budget;
    private final List<Piece> pieces = new ArrayList<>();
    private String algorithm = "";
    private boolean weak;
    private boolean opened;

    private Unlocker(char[] password, Budget budget) {
        this.password = password;
        this.budget = budget;
    }

    /**
     * Tries it. An archive gives all its files, those of archives within too; a file within that is locked is tried with the same
     * password, and given as it is where that does not open it.
     *
     * @param name what the sender calls the file
     */
    public static Unlocking open(byte[] file, String name, char[] password, Bounds bounds) {
        try {
            return new Unlocker(password, new Budget(bounds, file.length)).all(file, name);
        } catch (Refused e) {
            return new Unlocking.StillLocked(e.why());
        } catch (StackOverflowError | IOException | RuntimeException e) {
            return new Unlocking.StillLocked(Unlocking.Why.DAMAGED);
        }
    }

    private Unlocking all(byte[] file, String name) throws IOException {
        open(file, FileKind.tidy(name), 0);
        if (!opened) {
            throw new Refused(Unlocking.Why.WRONG_PASSWORD);
        }
        return new Unlocking.Unlocked(List.copyOf(pieces), algorithm, weak);
    }

    private void open(byte[] file, String name, int depth) throws IOException {
        Optional<Lock> lock = Locks.of(file, budget, depth);
        if (lock.isPresent() && !lock.get().opensWithPassword()) {
            throw new Refused(Unlocking.Why.UNSUPPORTED);
        }
        if (lock.isEmpty() && depth == 0) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        if (ZipDirectory.isZip(file) && (lock.isPresent() || isArchive(file))) {
            archive(file, depth);
        } else if (lock.isPresent()) {
            document(file, name, lock.get());
        } else {
            add(name, file);
        }
    }

    private boolean isArchive(byte[] file) throws IOException {
        return !ZipFiles.isDocument(ZipDirectory.of(file, budget));
    }

    private void document(byte[] file, String name, Lock lock) throws IOException {
        Unlocking.Unlocked one = switch (lock) {
            case OFFICE -> OfficeFiles.open(file, password, budget);
            case OLD_OFFICE -> OldOfficeFiles.open(file, password, budget);
            case PDF -> PdfFiles.open(file, password, budget);
            case ZIP, OPEN_DOCUMENT, RIGHTS -> throw new Refused(Unlocking.Why.UNSUPPORTED);
        };
        note(one.algorithm(), one.weak());
        add(name, one.pieces().get(0).content());
    }

    private void archive(byte[] file, int depth) throws IOException {
        if (depth >= budget.depth()) {
            throw new Refused(Unlocking.Why.TOO_LARGE);
        }
        for (ZipDirectory.Entry entry : ZipDirectory.of(file, budget)) {
            if (!entry.isFolder()) {
                within(content(file, entry), FileKind.tidy(entry.path()), depth + 1);
            }
        }
    }

    private byte[] content(byte[] file, ZipDirectory.Entry entry) throws IOException {
        if (!entry.isLocked()) {
            return ZipFiles.plain(file, entry, budget);
        }
        byte[] content = ZipFiles.locked(file, entry, password, budget);
        note(ZipFiles.algorithm(entry), ZipFiles.isWeak(entry));
        return content;
    }

    /** A file of an archive: its own failure does not undo the archive's opening. */
    private void within(byte[] file, String name, int depth) throws IOException {
        int before = pieces.size();
        try {
            open(file, name, depth);
        } catch (IOException | RuntimeException e) {
            if (e instanceof Refused refused && refused.why() == Unlocking.Why.TOO_LARGE) {
                throw refused;
            }
            pieces.subList(before, pieces.size()).clear();
            add(name, file);
        }
    }

    private void note(String sealedWith, boolean isWeak) {
        algorithm = algorithm.isEmpty() ? sealedWith : algorithm;
        weak |= isWeak;
        opened = true;
    }

    private void add(String name, byte[] content) {
        pieces.add(new Piece(name, FileKind.of(content, name), content));
    }
}
