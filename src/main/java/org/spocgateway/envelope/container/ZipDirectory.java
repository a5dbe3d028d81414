package org.spocgateway.envelope.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The central directory of a ZIP archive (APPNOTE 6.3.10 section 4.3): what unpackers go by, so what counts.
 *
 * <p>Strict: one disk, no ZIP64, entries inside the file that do not overlap (the trick of the best archive bombs).
 */
final class ZipDirectory {
    private static final int END = 0x06054b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int COMMENT_MOST = 0xffff;

    private final ByteBuffer file;
    private final List<Entry> entries = new ArrayList<>();

    private ZipDirectory(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * One entry.
     *
     * @param path as written, with its folders: data, never used as a path
     * @param dataAt where its packed bytes begin
     */
    record Entry(
            String path,
            int flags,
            int method,
            int moment,
            int crc,
            int packed,
            long unpacked,
            byte[] extra,
            int dataAt) {
        boolean isLocked() {
            return (flags & 1) != 0;
        }

        boolean isFolder() {
            return path.endsWith("/") || path.endsWith("\\");
        }

        @Override
        public String toString() {
            return "Entry[" + method + "]";
        }
    }

    static boolean isZip(byte[] file) {
        return file.length >= 4
                && file[0] == 'P'
                && file[1] == 'K'
                && (file[2] == 3 && file[3] == 4 || file[2] == 5 && file[3] == 6);
    }

    /** @throws Refused if it is damaged or over a bound */
    static List<Entry> of(byte[] file, Budget budget) throws Refused {
        var directory = new ZipDirectory(file);
        try {
            directory.read(budget);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        return directory.entries;
    }

    private void read(Budget budget) throws Refused {
        int end = end();
        int count = file.getShort(end + 10) & 0xffff;
        long size = file.getInt(end + 12) & 0xffffffffL;
        long offset = file.getInt(end + 16) & 0xffffffffL;
        long before = end - size - offset;
        if (before < 0 || offset == 0xffffffffL) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        int at = Math.toIntExact(before + offset);
        for (int i = 0; i < count; i++) {
            budget.entry();
            at = entry(at, Math.toIntExact(before));
        }
        refuseOverlap();
    }

    private int end() throws Refused {
        for (int at = file.limit() - END_LENGTH; at >= Math.max(0, file.limit() - END_LENGTH - COMMENT_MOST); at--) {
            if (file.getInt(at) == END) {
                return at;
            }
        }
        throw new Refused(Unlocking.Why.DAMAGED);
    }

    private int entry(int at, int before) throws Refused {
        if (file.getInt(at) != CENTRAL) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        int flags = file.getShort(at + 8);
        int nameLength = file.getShort(at + 28) & 0xffff;
        int extraLength = file.getShort(at + 30) & 0xffff;
        int commentLength = file.getShort(at + 32) & 0xffff;
        int local = Math.addExact(before, file.getInt(at + 42));
        if (file.getInt(local) != LOCAL) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        int dataAt = local + LOCAL_LENGTH + (file.getShort(local + 26) & 0xffff) + (file.getShort(local + 28) & 0xffff);
        int packed = file.getInt(at + 20);
        if (packed < 0 || (long) dataAt + packed > file.limit()) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        entries.add(new Entry(
                name(slice(at + CENTRAL_LENGTH, nameLength), flags),
                flags | file.getShort(local + 6) & 1,
                file.getShort(at + 10) & 0xffff,
                file.getInt(at + 12),
                file.getInt(at + 16),
                packed,
                file.getInt(at + 24) & 0xffffffffL,
                slice(at + CENTRAL_LENGTH + nameLength, extraLength),
                dataAt));
        return at + CENTRAL_LENGTH + nameLength + extraLength + commentLength;
    }

    private void refuseOverlap() throws Refused {
        long reached = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::dataAt)).toList()) {
            if (entry.dataAt() - LOCAL_LENGTH < reached) {
                throw new Refused(Unlocking.Why.TOO_LARGE);
            }
            reached = (long) entry.dataAt() + entry.packed();
        }
    }

    private byte[] slice(int from, int length) {
        byte[] slice = new byte[length];
        file.get(from, slice);
        return slice;
    }

    /** UTF-8 where it says so or is, else the code page of DOS (APPNOTE appendix D). */
    private static String name(byte[] bytes, int flags) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            boolean hasDos = (flags & 0x800) == 0 && Charset.isSupported("IBM437");
            return new String(bytes, hasDos ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
        }
    }
}
