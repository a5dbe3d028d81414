package org.spocgateway.envelope.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.POIDocument;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Word, Excel and PowerPoint files of 1997 to 2003 ([MS-DOC] 2.2.6, [MS-XLS] 2.2.10, [MS-PPT] 2.3.7). */
final class OldOfficeFiles {
    private static final String WORD = "WordDocument";
    private static final List<String> EXCEL = List.of("Workbook", "Book");
    private static final String POWERPOINT = "PowerPoint Document";
    private static final String CURRENT_USER = "Current User";
    private static final int WORD_MARK = 0xa5ec;
    private static final int WORD_ENCRYPTED = 0x0100;
    private static final int FILE_PASS = 0x002f;
    private static final int BIFF_END = 0x000a;
    private static final int RECORDS_LOOKED_AT = 50;
    private static final int POWERPOINT_ENCRYPTED = 0xf3d1c4df;
    private static final int STRONG_BITS = 128;

    private OldOfficeFiles() {}

    /** Whether it says that it is encrypted, and does not open by itself. */
    static boolean isLocked(DirectoryNode root) throws IOException {
        boolean says = isLockedWord(root) || isLockedExcel(root) || isLockedPowerPoint(root);
        return says && !opensByItself(root.getFileSystem());
    }

    private static boolean isLockedWord(DirectoryNode root) throws IOException {
        if (!root.hasEntryCaseInsensitive(WORD)) {
            return false;
        }
        try (DocumentInputStream in = root.createDocumentInputStream(WORD)) {
            byte[] fib = in.readNBytes(12);
            return fib.length == 12 && word(fib, 0) == WORD_MARK && (word(fib, 10) & WORD_ENCRYPTED) != 0;
        }
    }

    private static boolean isLockedExcel(DirectoryNode root) throws IOException {
        for (String name : EXCEL) {
            if (root.hasEntryCaseInsensitive(name)) {
                try (DocumentInputStream in = root.createDocumentInputStream(name)) {
                    return hasFilePass(in);
                }
            }
        }
        return false;
    }

    private static boolean hasFilePass(DocumentInputStream in) throws IOException {
        for (int i = 0; i < RECORDS_LOOKED_AT; i++) {
            byte[] head = in.readNBytes(4);
            if (head.length < 4 || word(head, 0) == BIFF_END) {
                return false;
            }
            if (word(head, 0) == FILE_PASS) {
                return true;
            }
            in.skipNBytes(word(head, 2));
        }
        return false;
    }

    private static boolean isLockedPowerPoint(DirectoryNode root) throws IOException {
        if (!root.hasEntryCaseInsensitive(POWERPOINT) || !root.hasEntryCaseInsensitive(CURRENT_USER)) {
            return false;
        }
        try (DocumentInputStream in = root.createDocumentInputStream(CURRENT_USER)) {
            byte[] atom = in.readNBytes(16);
            return atom.length == 16 && (word(atom, 12) | word(atom, 14) << 16) == POWERPOINT_ENCRYPTED;
        }
    }

    private static boolean opensByItself(POIFSFileSystem fs) throws IOException {
        try (POIDocument document = document(fs)) {
            return document != null;
        } catch (EncryptedDocumentException e) {
            return false;
        }
    }

    /** The same document without its password. */
    static Unlocking.Unlocked open(byte[] file, char[] password, Budget budget) throws IOException {
        return OfficeFiles.within(file, fs -> {
            Biff8EncryptionKey.setCurrentUserPassword(new String(password));
            try (POIDocument document = document(fs)) {
                EncryptionInfo info = document.getEncryptionInfo();
                Biff8EncryptionKey.setCurrentUserPassword(null);
                var out = new ByteArrayOutputStream();
                document.write(out);
                budget.spend(out.size());
                return new Unlocking.Unlocked(
                        List.of(new Piece("", "", out.toByteArray())), OfficeFiles.algorithm(info), isWeak(info));
            } catch (EncryptedDocumentException e) {
                throw new Refused(Unlocking.Why.WRONG_PASSWORD);
            } finally {
                Biff8EncryptionKey.setCurrentUserPassword(null);
            }
        });
    }

    private static POIDocument document(POIFSFileSystem fs) throws IOException {
        DirectoryNode root = fs.getRoot();
        if (root.hasEntryCaseInsensitive(WORD)) {
            return new HWPFDocument(fs);
        }
        return root.hasEntryCaseInsensitive(POWERPOINT) ? new HSLFSlideShow(fs) : new HSSFWorkbook(fs);
    }

    private static boolean isWeak(EncryptionInfo info) {
        return info.getEncryptionMode() == EncryptionMode.xor
                || info.getHeader().getKeySize() < STRONG_BITS;
    }

    private static int word(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8;
    }
}
