package org.spocgateway.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.CRLException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The revocation lists of one folder, PEM or DER; a file that changed is read again, so that a timer may put fresh ones there.
 *
 * <p>A file that cannot be read is no list: then nobody can say, and {@code check} tells.
 */
public final class RevocationFiles implements Supplier<Collection<X509CRL>> {
    private record Seen(FileTime changed, long size) {}

    private final Path folder;
    private Map<Path, Seen> seen = Map.of();
    private List<X509CRL> lists = List.of();

    public RevocationFiles(Path folder) {
        this.folder = folder;
    }

    @Override
    public synchronized Collection<X509CRL> get() {
        Map<Path, Seen> now = look();
        if (!now.equals(seen)) {
            lists = now.keySet().stream().flatMap(file -> read(file).stream()).toList();
            seen = now;
        }
        return lists;
    }

    private Map<Path, Seen> look() {
        var found = new TreeMap<Path, Seen>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".crl")).toList()) {
                found.put(file, new Seen(Files.getLastModifiedTime(file), Files.size(file)));
            }
            return found;
        } catch (IOException e) {
            return Map.of();
        }
    }

    /** The lists in a file; none if it is no such file. */
    public static List<X509CRL> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCRLs(in).stream()
                    .map(X509CRL.class::cast)
                    .toList();
        } catch (IOException | CertificateException | CRLException e) {
            return List.of();
        }
    }
}
