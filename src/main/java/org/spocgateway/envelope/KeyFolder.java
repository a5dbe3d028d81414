package org.spocgateway.envelope;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.spocgateway.envelope.KeyRing.OwnKey;

/**
 * Whatever keys and certificates lie in a folder, in whatever form people hand them over; for looking at a mail, not for running.
 *
 * <p>What cannot be read is left out. Keys whose strength would not do for running are taken too.
 */
public final class KeyFolder {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();

    private final Path folder;
    private final Map<String, String> passwords;
    private final Map<Path, PrivateKey> keys = new LinkedHashMap<>();
    private final List<X509Certificate> certificates = new ArrayList<>();
    private final List<OwnKey> pairs = new ArrayList<>();

    private KeyFolder(Path folder) {
        this.folder = folder;
        passwords = Passwords.of(folder);
    }

    /** Every private key whose certificate is there too. */
    public static KeyRing ring(Path folder) {
        var read = new KeyFolder(folder);
        read.all();
        read.keys.forEach((file, key) -> read.certificates.stream()
                .filter(certificate -> KeyMatch.belong(key, certificate.getPublicKey()))
                .findFirst()
                .ifPresent(certificate -> read.pairs.add(new OwnKey(name(file), key, certificate))));
        return new KeyRing(read.pairs);
    }

    /** Every certificate of its own file; those inside PKCS#12 files are our own and no authorities. */
    public static List<X509Certificate> certificates(Path folder) {
        var read = new KeyFolder(folder);
        read.all();
        return List.copyOf(read.certificates);
    }

    private void all() {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(this::read);
        } catch (IOException e) {
            throw new UnusableKey("the folder " + folder + " cannot be read");
        }
    }

    private void read(Path file) {
        String name = file.getFileName().toString();
        try {
            if (name.endsWith(".p12") || name.endsWith(".pfx")) {
                store(file);
            } else if (name.matches(".*\\.(pem|key|crt|cer|der)")) {
                byte[] bytes = Files.readAllBytes(file);
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ")) {
                    pem(file, bytes);
                } else {
                    der(file, bytes);
                }
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return; // left out
        }
    }

    private void store(Path file) throws IOException, GeneralSecurityException {
        byte[] bytes = Files.readAllBytes(file);
        char[] password =
                passwords.getOrDefault(file.getFileName().toString(), "").toCharArray();
        List<Provider> readers = new ArrayList<>(List.of(Security.getProviders("KeyStore.PKCS12")));
        readers.add(BC);
        for (Provider reader : readers) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12", reader);
                store.load(new ByteArrayInputStream(bytes), password);
                take(file, store, password);
                return;
            } catch (IOException | GeneralSecurityException | RuntimeException e) {
                continue; // the next reader may be less strict
            }
        }
    }

    private void take(Path file, KeyStore store, char[] password) throws GeneralSecurityException {
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                pairs.add(new OwnKey(name(file), key, certificate));
            }
        }
    }

    private void pem(Path file, byte[] bytes) throws IOException, GeneralSecurityException {
        var converter = new JcaPEMKeyConverter().setProvider(BC);
        try (var reader =
                new PEMParser(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.ISO_8859_1))) {
            for (Object each = reader.readObject(); each != null; each = reader.readObject()) {
                if (each instanceof PrivateKeyInfo key) {
                    keys.put(file, converter.getPrivateKey(key));
                } else if (each instanceof PEMKeyPair pair) {
                    keys.put(file, converter.getPrivateKey(pair.getPrivateKeyInfo()));
                } else if (each instanceof X509CertificateHolder holder) {
                    certificates.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        }
    }

    private void der(Path file, byte[] bytes) throws GeneralSecurityException, IOException {
        try {
            keys.put(file, new JcaPEMKeyConverter().setProvider(BC).getPrivateKey(PrivateKeyInfo.getInstance(bytes)));
        } catch (IOException | RuntimeException e) {
            certificates.add((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("\\.[^.]+$", "");
    }
}
