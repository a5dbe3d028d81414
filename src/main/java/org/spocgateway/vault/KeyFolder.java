package org.spocgateway.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The keys outside the database: one file each, readable by our own account only (0600 in a folder of 0700). Several nodes share one
 * folder.
 */
final class KeyFolder {
    private static final FileAttribute<?> OURS_ALONE = permissions("rw-------");

    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** The key of this name, if its file is there. */
    Optional<KeysetHandle> find(String name) {
        Path file = file(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyFault("the key file " + file.getFileName() + " cannot be read", e);
        }
    }

    /** Makes a new key of this name, forced to the disk before it is used; the one already there when another node was faster. */
    KeysetHandle make(String name, Parameters parameters) {
        try {
            Files.createDirectories(folder, permissions("rwx------"));
            Path draft = folder.resolve("." + UUID.randomUUID());
            write(
                    draft,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(parameters), InsecureSecretKeyAccess.get()));
            try {
                Files.createLink(file(name), draft);
            } catch (FileAlreadyExistsException another) {
                // another node made it in this moment: its key is the key
            } finally {
                Files.delete(draft);
            }
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + name + ".json cannot be written", e);
        } catch (GeneralSecurityException e) {
            throw new KeyFault("a key for " + name + " cannot be made", e);
        }
        return find(name).orElseThrow(() -> new KeyFault("the key file " + name + ".json is gone again"));
    }

    /**
     * Destroys a key: its bytes are written over, its file is deleted, and that is forced to the disk. Nothing where it is gone already.
     *
     * @return false where we may not: then the administrator does it
     */
    boolean destroy(String name) {
        Path file = file(name);
        try {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                try (var open = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    open.write(ByteBuffer.allocate((int) open.size()));
                    open.force(true);
                }
                Files.deleteIfExists(file);
                force(folder);
            }
            return true;
        } catch (AccessDeniedException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + name + ".json cannot be destroyed", e);
        }
    }

    /** Where the key of this name is, or belongs. */
    Path file(String name) {
        return folder.resolve(name + ".json");
    }

    private static void write(Path file, String text) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var open = FileChannel.open(file, options, OURS_ALONE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
            open.force(true);
        }
    }

    private static void force(Path folder) throws IOException {
        try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
            open.force(true);
        }
    }

    private static FileAttribute<?> permissions(String rights) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights));
    }
}
