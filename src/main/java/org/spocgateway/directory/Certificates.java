package org.spocgateway.directory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the certificates below certs/ that the directory names; a missing or unreadable one is a finding. */
final class Certificates {
    private final Path root;
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    Certificates(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Name and exact bytes of every file that was referred to and could be read. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    /** The certificate that a key names, if it names one. */
    Optional<X509Certificate> under(Block block, String key) {
        return block.maybeText(key).flatMap(name -> read(block, key, name));
    }

    /** The certificates that a key lists. */
    List<X509Certificate> listed(Block block, String key) {
        return block.texts(key).stream()
                .flatMap(name -> read(block, key, name).stream())
                .toList();
    }

    /** The text of an OpenPGP key's file. */
    Optional<String> openPgp(Block block, String key, String name) {
        return bytes(block, key, name).map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private Optional<X509Certificate> read(Block block, String key, String name) {
        return bytes(block, key, name).flatMap(bytes -> {
            try {
                return Optional.of(parse(bytes));
            } catch (CertificateException e) {
                block.wrong(key, "certs/" + name + " is not a certificate in PEM form.", "Export it again as PEM.");
                return Optional.empty();
            }
        });
    }

    private Optional<byte[]> bytes(Block block, String key, String name) {
        Path file = root.resolve(name).normalize();
        if (!file.startsWith(root) || !Files.isRegularFile(file)) {
            block.wrong(key, "There is no certificate certs/" + name + ".", "Put the file there, or correct the name.");
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (text.contains("PRIVATE KEY-----") || text.contains("PGP PRIVATE KEY BLOCK")) {
                block.wrong(
                        key,
                        "certs/" + name + " holds a private key.",
                        "Take the key out of certs/ and replace it: it was read.");
                return Optional.empty();
            }
            files.put(name, bytes);
            return Optional.of(bytes);
        } catch (IOException e) {
            block.wrong(key, "certs/" + name + " cannot be read.", "Let the gateway's user read it.");
            return Optional.empty();
        }
    }

    private static X509Certificate parse(byte[] bytes) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes));
    }
}
