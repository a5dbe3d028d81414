package org.spocgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.Directory;
import org.spocgateway.release.ReleaseRules;

/** A copy of config/ and certs/ in a folder of its own, to be spoilt by a test. */
public final class Installation {
    private static final List<String> CERTIFICATES = List.of(
            "trust/smime-ca.pem",
            "own/spoc-2025.pem",
            "own/spoc-2026.pem",
            "own/secure-identity-2026.pem",
            "forces/northmere-prevent-referrals.pem",
            "forces/northmere-whitlock.pem",
            "partners/larkhill-safeguarding.pem",
            "relays/relay-ca.pem");

    private final Path config;
    private final Path certs;
    private @Nullable Directory directory;
    private @Nullable ReleaseRules rules;

    private Installation(Path config, Path certs) {
        this.config = config;
        this.certs = certs;
    }

    /** Copies both folders; a certificate that is not there yet is made up. */
    public static Installation in(Path folder) {
        var copy = new Installation(folder.resolve("config"), folder.resolve("certs"));
        copyTree(Path.of("config"), copy.config);
        if (Files.exists(Path.of("certs"))) {
            copyTree(Path.of("certs"), copy.certs);
        }
        CERTIFICATES.stream()
                .filter(name -> Files.notExists(copy.certs.resolve(name)))
                .forEach(copy::makeCertificate);
        return copy;
    }

    public Path config() {
        return config;
    }

    public Path certs() {
        return certs;
    }

    /** Read anew after every change. */
    public Directory directory() {
        if (directory == null) {
            directory = Directory.read(config, certs);
        }
        return directory;
    }

    /** Read anew after every change. */
    public ReleaseRules rules() {
        if (rules == null) {
            rules = ReleaseRules.read(config);
        }
        return rules;
    }

    private void forget() {
        directory = null;
        rules = null;
    }

    /** Changes a text in a file of config/; fails when it does not stand there. */
    public Installation replace(String file, String from, String to) {
        forget();
        try {
            Path path = config.resolve(file);
            String text = Files.readString(path);
            if (!text.contains(from)) {
                throw new IllegalArgumentException(file + " does not hold: " + from);
            }
            Files.writeString(path, text.replace(from, to));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds lines at the end of a file of config/. */
    public Installation append(String file, String lines) {
        forget();
        try {
            Path path = config.resolve(file);
            Files.writeString(path, Files.readString(path) + lines);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a text stands in a file of config/, from 1. */
    public int lineOf(String file, String text) {
        try {
            List<String> lines = Files.readAllLines(config.resolve(file));
            return lines.indexOf(lines.stream()
                            .filter(each -> each.contains(text))
                            .findFirst()
                            .orElseThrow())
                    + 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a certificate that nobody trusts. */
    public void makeCertificate(String name) {
        forget();
        try {
            var keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
            Instant now = Instant.now();
            var subject = new X500Name("CN=made for a test");
            var certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            BigInteger.ONE,
                            Date.from(now.minus(1, ChronoUnit.DAYS)),
                            Date.from(now.plus(300, ChronoUnit.DAYS)),
                            subject,
                            keys.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate()));
            Path file = certs.resolve(name);
            Files.createDirectories(file.getParent());
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path each : tree.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
