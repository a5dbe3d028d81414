package org.spocgateway.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises what only a person can open: Microsoft's wrapper and files with a password.
 *
 * <p>By content, not by name: an encrypted ZIP entry (flag bit 0), an encrypted Office file (OLE with a stream {@code EncryptedPackage}), an old Word file with its encryption flag, a PDF with {@code /Encrypt}. A PDF that merely forbids printing
 * looks the same and goes in front of a person too.
 */
final class Locked {
    private static final Set<String> WRAPPERS =
            Set.of("application/x-microsoft-rpmsg-message", "application/x-microsoft-rpmsg");
    private static final byte[] OLE = {
        (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
    };
    private static final byte[] PACKAGE = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] ENCRYPT = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RPMSG = "rpmsg".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PAGE = "office365.com/Encryption".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOCAL = {'P', 'K', 3, 4};
    private static final byte[] CENTRAL = {'P', 'K', 1, 2};
    private static final int WORD_FIB = 512;
    private static final int FORWARDED_MOST = 3;

    private Locked() {}

    static Optional<Fault> in(ReadMail mail) {
        return in(mail, 0);
    }

    private static Optional<Fault> in(ReadMail mail, int depth) {
        for (ReadMail.Attachment each : mail.attachments()) {
            Optional<Fault> fault = in(each);
            if (fault.isEmpty() && depth < FORWARDED_MOST) {
                fault = each.asMail().flatMap(inner -> in(inner, depth + 1));
            }
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> in(ReadMail.Attachment file) {
        if (isWrapper(file)) {
            return Optional.of(Fault.MICROSOFT_WRAPPER);
        }
        byte[] bytes = file.content();
        return isLockedZip(bytes) || isLockedOffice(bytes) || isLockedPdf(bytes)
                ? Optional.of(Fault.PASSWORD_FILE)
                : Optional.empty();
    }

    private static boolean isWrapper(ReadMail.Attachment file) {
        String name = file.fileName().toLowerCase(Locale.ROOT);
        return WRAPPERS.contains(file.type())
                || name.endsWith(".rpmsg")
                || (name.equals("message.html")
                        && (find(file.content(), RPMSG, 0) >= 0 || find(file.content(), PAGE, 0) >= 0));
    }

    private static boolean isLockedZip(byte[] bytes) {
        if (!startsWith(bytes, 0, LOCAL) || bytes.length < 30) {
            return false;
        }
        boolean isLocked = (bytes[6] & 1) == 1;
        for (int at = find(bytes, CENTRAL, 0); at >= 0 && !isLocked; at = find(bytes, CENTRAL, at + 1)) {
            isLocked = at + 8 < bytes.length && (bytes[at + 8] & 1) == 1;
        }
        return isLocked;
    }

    private static boolean isLockedOffice(byte[] bytes) {
        if (!startsWith(bytes, 0, OLE)) {
            return false;
        }
        boolean isOldWord = bytes.length > WORD_FIB + 12
                && bytes[WORD_FIB] == (byte) 0xec
                && bytes[WORD_FIB + 1] == (byte) 0xa5
                && (bytes[WORD_FIB + 11] & 1) == 1;
        return isOldWord || find(bytes, PACKAGE, 0) >= 0;
    }

    private static boolean isLockedPdf(byte[] bytes) {
        int start = find(bytes, PDF, 0);
        if (start < 0 || start > 1024) {
            return false;
        }
        for (int at = find(bytes, ENCRYPT, start); at >= 0; at = find(bytes, ENCRYPT, at + 1)) {
            int next = at + ENCRYPT.length;
            if (next < bytes.length && !Character.isLetter(bytes[next])) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] mark) {
        if (at + mark.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[at + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int find(byte[] bytes, byte[] mark, int from) {
        for (int at = from; at <= bytes.length - mark.length; at++) {
            if (startsWith(bytes, at, mark)) {
                return at;
            }
        }
        return -1;
    }
}
