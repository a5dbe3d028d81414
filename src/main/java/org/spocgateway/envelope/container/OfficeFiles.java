package org.spocgateway.envelope.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;

/**
 * Office files in OLE containers: those since 2007 sealed as a whole ([MS-OFFCRYPTO] 2.3), and those before.
 *
 * <p>A file that opens with the password that Office itself puts there is not locked.
 */
final class OfficeFiles {
    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final String SEALED = "EncryptedPackage";
    private static final String INFO = "EncryptionInfo";
    private static final String RIGHTS = "\tDRMContent";

    /** Office writes 100,000; each turn costs a hash, and the file says how many. */
    private static final int TURNS_MOST = 500_000;

    private static final TempFileCreationStrategy NO_FILES = new TempFileCreationStrategy() {
        @Override
        public java.io.File createTempFile(String prefix, String suffix) throws IOException {
            throw new IOException("documents stay in memory");
        }

        @Override
        public java.io.File createTempDirectory(String prefix) throws IOException {
            throw new IOException("documents stay in memory");
        }
    };

    private OfficeFiles() {}

    static boolean isOle(byte[] file) {
        return file.length >= 512
                && ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == MAGIC;
    }

    static Optional<Lock> lock(byte[] file) throws IOException {
        return within(file, fs -> {
            DirectoryNode root = fs.getRoot();
            if (root.hasEntryCaseInsensitive(RIGHTS)) {
                return Optional.of(Lock.RIGHTS);
            }
            if (root.hasEntryCaseInsensitive(SEALED)) {
                return root.hasEntryCaseInsensitive(INFO) ? sealed(fs) : Optional.of(Lock.RIGHTS);
            }
            return OldOfficeFiles.isLocked(root) ? Optional.of(Lock.OLD_OFFICE) : Optional.empty();
        });
    }

    private static Optional<Lock> sealed(POIFSFileSystem fs) throws IOException, GeneralSecurityException {
        var info = new EncryptionInfo(fs);
        boolean opensByItself =
                turns(info) <= TURNS_MOST && Decryptor.getInstance(info).verifyPassword(Decryptor.DEFAULT_PASSWORD);
        return opensByItself ? Optional.empty() : Optional.of(Lock.OFFICE);
    }

    private static int turns(EncryptionInfo info) {
        return info.getVerifier().getSpinCount();
    }

    /** The package inside, an OOXML file; its content decides what it is. */
    static Unlocking.Unlocked open(byte[] file, char[] password, Budget budget) throws IOException {
        return within(file, fs -> {
            var info = new EncryptionInfo(fs);
            if (turns(info) > TURNS_MOST) {
                throw new Refused(Unlocking.Why.TOO_LARGE);
            }
            Decryptor decryptor = Decryptor.getInstance(info);
            if (!decryptor.verifyPassword(new String(password))) {
                throw new Refused(Unlocking.Why.WRONG_PASSWORD);
            }
            try (InputStream in = decryptor.getDataStream(fs)) {
                byte[] content = read(in, budget);
                if (!ZipDirectory.isZip(content)) {
                    throw new Refused(Unlocking.Why.DAMAGED);
                }
                return new Unlocking.Unlocked(java.util.List.of(new Piece("", "", content)), algorithm(info), false);
            }
        });
    }

    static String algorithm(EncryptionInfo info) {
        String name = info.getHeader().getCipherAlgorithm().jceId.toUpperCase(Locale.ROOT);
        return name + "-" + info.getHeader().getKeySize();
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

    /** What is done with an opened container. */
    interface Work<T> {
        T with(POIFSFileSystem fs) throws IOException, GeneralSecurityException;
    }

    /** Runs with the container in memory, and without any way to a temporary file. */
    static <T> T within(byte[] file, Work<T> work) throws IOException {
        refuseOverlargeTables(file);
        TempFile.setThreadLocalTempFileCreationStrategy(NO_FILES);
        try (var fs = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return work.with(fs);
        } catch (GeneralSecurityException e) {
            throw new Refused(Unlocking.Why.UNSUPPORTED);
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
    }

    /** POI makes room for as many sectors as the header claims ([MS-CFB] 2.2). */
    private static void refuseOverlargeTables(byte[] file) throws Refused {
        var header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        long sector = 1L << Math.min(12, header.getShort(30) & 0xffff);
        long claimed = (header.getInt(44) & 0xffffffffL) * (sector / 4) * sector;
        if (claimed > file.length + 2 * sector * (sector / 4)) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
    }
}
