package org.spocgateway.envelope.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.Zip4jConfig;

/** The entries of archives, unpacked in memory; decrypting is zip4j's. */
final class ZipFiles {
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int AES = 99;
    private static final int AES_EXTRA = 0x9901;

    private static final Set<String> DOCUMENT = Set.of("[Content_Types].xml", "META-INF/manifest.xml", "mimetype");

    private ZipFiles() {}

    /** Whether it is one document in the form of an archive: OOXML or OpenDocument. */
    static boolean isDocument(List<ZipDirectory.Entry> entries) {
        return entries.stream()
                .map(ZipDirectory.Entry::path)
                .anyMatch(path -> DOCUMENT.contains(path) || XmlWords.isMainPart(path));
    }

    /** What sealed an entry. */
    static String algorithm(ZipDirectory.Entry entry) {
        if (entry.method() != AES) {
            return "ZIPCRYPTO";
        }
        byte[] extra = aesExtra(entry);
        return extra.length < 9 ? "AES" : "AES-" + (64 + 64 * extra[8]);
    }

    /** Whether it was sealed with the old cipher that a known beginning breaks. */
    static boolean isWeak(ZipDirectory.Entry entry) {
        return entry.method() != AES;
    }

    /** An entry that is not locked. */
    static byte[] plain(byte[] file, ZipDirectory.Entry entry, Budget budget) throws IOException {
        var packed = new ByteArrayInputStream(file, entry.dataAt(), entry.packed());
        if (entry.method() == STORED) {
            return checked(read(packed, budget), entry);
        }
        if (entry.method() != DEFLATED) {
            throw new Refused(Unlocking.Why.UNSUPPORTED);
        }
        var inflater = new Inflater(true);
        // the inflater wants one byte more than there is
        try (InputStream in = new InflaterInputStream(
                new SequenceInputStream(packed, new ByteArrayInputStream(new byte[1])), inflater)) {
            return checked(read(in, budget), entry);
        } catch (Refused e) {
            throw e;
        } catch (IOException e) {
            throw new Refused(Unlocking.Why.DAMAGED);
        } finally {
            inflater.end();
        }
    }

    private static byte[] checked(byte[] content, ZipDirectory.Entry entry) throws Refused {
        var crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != entry.crc()) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        return content;
    }

    /**
     * A locked entry; the password is tried as UTF-8 and as the code pages of Windows, for the sake of a pound sign.
     *
     * @throws Refused with {@code WRONG_PASSWORD} too if what comes out has the wrong checksum
     */
    static byte[] locked(byte[] file, ZipDirectory.Entry entry, char[] password, Budget budget) throws IOException {
        int inner = entry.method() == AES ? innerMethod(entry) : entry.method();
        if (inner != STORED && inner != DEFLATED) {
            throw new Refused(Unlocking.Why.UNSUPPORTED);
        }
        for (char[] spelled : Spellings.of(password)) {
            try {
                return decrypted(file, entry, spelled, budget);
            } catch (Refused e) {
                if (e.why() != Unlocking.Why.WRONG_PASSWORD) {
                    throw e;
                }
            } finally {
                Arrays.fill(spelled, '\0');
            }
        }
        throw new Refused(Unlocking.Why.WRONG_PASSWORD);
    }

    private static byte[] decrypted(byte[] file, ZipDirectory.Entry entry, char[] spelled, Budget budget)
            throws IOException {
        var one = new SequenceInputStream(
                new ByteArrayInputStream(header(entry)),
                new ByteArrayInputStream(file, entry.dataAt(), entry.packed()));
        try (var zip = new ZipInputStream(one, spelled, new Zip4jConfig(null, 8192, false))) {
            if (zip.getNextEntry() == null) {
                throw new Refused(Unlocking.Why.DAMAGED);
            }
            return read(zip, budget);
        } catch (Refused e) {
            throw e;
        } catch (ZipException e) {
            throw new Refused(
                    e.getType() == ZipException.Type.UNSUPPORTED_ENCRYPTION
                            ? Unlocking.Why.UNSUPPORTED
                            : Unlocking.Why.WRONG_PASSWORD);
        } catch (IOException e) {
            throw new Refused(Unlocking.Why.WRONG_PASSWORD);
        }
    }

    /** A local header made from the central one, so that nothing which only the local one says is believed. */
    private static byte[] header(ZipDirectory.Entry entry) {
        byte[] extra = aesExtra(entry);
        var header = ByteBuffer.allocate(31 + extra.length).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50).putShort((short) 51).putShort((short) 1).putShort((short) entry.method());
        header.putInt(entry.moment()).putInt(entry.crc());
        header.putInt(entry.packed()).putInt((int) entry.unpacked());
        header.putShort((short) 1)
                .putShort((short) extra.length)
                .put((byte) 'x')
                .put(extra);
        return header.array();
    }

    private static int innerMethod(ZipDirectory.Entry entry) throws Refused {
        byte[] extra = aesExtra(entry);
        if (extra.length < 11) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        return ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN).getShort(9);
    }

    /** The record of WinZip's AES (0x9901) with its head; empty when there is none. */
    private static byte[] aesExtra(ZipDirectory.Entry entry) {
        var extra = ByteBuffer.wrap(entry.extra()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= extra.limit(); ) {
            int length = extra.getShort(at + 2) & 0xffff;
            if ((extra.getShort(at) & 0xffff) == AES_EXTRA && at + 4 + length <= extra.limit()) {
                return Arrays.copyOfRange(entry.extra(), at, at + 4 + length);
            }
            at += 4 + length;
        }
        return new byte[0];
    }

    private static byte[] read(InputStream in, Budget budget) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            budget.spend(read);
            out.write(buffer, 0, read);
        }
        return out.toByteArray();
    }
}
