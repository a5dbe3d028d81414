package org.spocgateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.spocgateway.envelope.Revocation;

/**
 * Makes the keys and certificates of the invented council, its police force and its partners, for tests and the demonstration.
 *
 * <p>{@code certs/} gets the public certificates in the layout of the project's own folder, {@code keys/} the private keys, one
 * PKCS#12 file a name with the given password; the alias in a file is its name. The keys of the two authorities are written nowhere.
 */
public final class DemonstrationPki {
    /** Ours: the retired and the present key of the SPOC mailbox, and the key that signs secure mail. */
    public static final String SPOC_2025 = "spoc-2025";

    public static final String SPOC_2026 = "spoc-2026";
    public static final String SECURE_IDENTITY = "secure-identity-2026";

    /** Theirs: the force's Prevent mailbox, one of its officers, the NHS trust. */
    public static final String NORTHMERE = "northmere-prevent-referrals";

    public static final String WHITLOCK = "northmere-whitlock";
    public static final String LARKHILL = "larkhill-safeguarding";

    /** TLS key of every server on this machine. */
    public static final String SERVER = "server";

    private static final Duration FIVE_YEARS = Duration.ofDays(5 * 365 + 1);
    private static final GeneralName[] LOCALHOST = {
        new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
    };

    /** A key pair with its certificate. */
    public record Identity(String name, KeyPair keys, X509Certificate certificate) {}

    private static DemonstrationPki shared;

    private final Path folder;
    private final String password;
    private final Instant today;
    private final Map<String, Identity> identities = new LinkedHashMap<>();
    private final Identity smimeAuthority;
    private final Identity relayAuthority;

    private DemonstrationPki(Path folder, String password, Instant today) {
        this.folder = folder;
        this.password = password;
        this.today = today;
        smimeAuthority = authority("smime-ca", "Public Sector S/MIME Authority (invented)");
        relayAuthority = authority("relay-ca", "Brackenford Relay Authority (invented)");
        person(SPOC_2025, "Channel SPOC 2025", rsa(), "channel.spoc@brackenford.gov.uk");
        person(SPOC_2026, "Channel SPOC 2026", rsa(), "channel.spoc@brackenford.gov.uk");
        person(SECURE_IDENTITY, "Brackenford secure identity", rsa(), "channel.spoc@brackenford.gov.uk");
        person(NORTHMERE, "Northmere Prevent Referrals", rsa(), "prevent.referrals@northmere.police.uk");
        person(WHITLOCK, "DS Imran Whitlock", ec(), "imran.whitlock@northmere.police.uk");
        person(LARKHILL, "Larkhill Safeguarding", ec(), "larkhill.safeguarding@nhs.net");
        identities.put(
                SERVER, issue(SERVER, "localhost", ec(), relayAuthority, KeyPurposeId.id_kp_serverAuth, LOCALHOST));
    }

    /**
     * Makes everything anew below a folder: {@code certs/} and {@code keys/}.
     *
     * @param password of every PKCS#12 file
     */
    public static DemonstrationPki make(Path folder, String password) {
        return make(folder, password, Clock.systemUTC());
    }

    /**
     * The keys of this process, made once: GreenMail takes its TLS key from the first that is given to it and keeps it.
     */
    public static synchronized DemonstrationPki shared() {
        if (shared == null) {
            try {
                shared = make(java.nio.file.Files.createTempDirectory("spoc-demonstration-pki"), "made-for-this-run");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return shared;
    }

    /** The same with certificates valid from the day before the clock's, for five years. */
    public static DemonstrationPki make(Path folder, String password, Clock clock) {
        var pki = new DemonstrationPki(folder, password, clock.instant());
        pki.writeCertificates(folder.resolve("certs"));
        pki.identities.values().forEach(pki::writeKey);
        return pki;
    }

    /** Writes the public certificates only, into the folder {@code certs}; the private keys end with this process. */
    public static void makeCertificates(Path certs) {
        new DemonstrationPki(certs, "", Clock.systemUTC().instant()).writeCertificates(certs);
    }

    /** One of the names above. */
    public Identity identity(String name) {
        Identity found = identities.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no such key: " + name);
        }
        return found;
    }

    public X509Certificate certificate(String name) {
        return identity(name).certificate();
    }

    public KeyPair keys(String name) {
        return identity(name).keys();
    }

    /** The authority that every S/MIME certificate here ends in. */
    public X509Certificate smimeAuthority() {
        return smimeAuthority.certificate();
    }

    /** The authority that the server's TLS certificate ends in. */
    public X509Certificate relayAuthority() {
        return relayAuthority.certificate();
    }

    /** The folder of public certificates. */
    public Path certs() {
        return folder.resolve("certs");
    }

    /** The PKCS#12 file of one name. */
    public Path keyFile(String name) {
        return folder.resolve("keys").resolve(name + ".p12");
    }

    public String password() {
        return password;
    }

    /** A further mail certificate by the same authority, written nowhere: somebody whom the directory does not pin. */
    public Identity stranger(String commonName, String address) {
        return issue("stranger", commonName, ec(), smimeAuthority, KeyPurposeId.id_kp_emailProtection, mail(address));
    }

    /** The authority's list of withdrawn certificates, fresh until the certificates end. */
    public byte[] revocationList(X509Certificate... withdrawn) {
        return revocationList(today.plus(FIVE_YEARS), withdrawn);
    }

    /** The same with the moment at which the next one was due. */
    public byte[] revocationList(Instant next, X509Certificate... withdrawn) {
        Date from = Date.from(today.minus(Duration.ofDays(1)));
        var builder = new JcaX509v2CRLBuilder(smimeAuthority.certificate(), from);
        builder.setNextUpdate(Date.from(next));
        for (X509Certificate each : withdrawn) {
            builder.addCRLEntry(each.getSerialNumber(), from, CRLReason.keyCompromise);
        }
        try {
            builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
            return builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .build(smimeAuthority.keys().getPrivate()))
                    .getEncoded();
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the authority's list says, for tests: nobody is withdrawn. */
    public Revocation revocation(X509Certificate... withdrawn) {
        try {
            var list = (X509CRL) CertificateFactory.getInstance("X.509")
                    .generateCRL(new ByteArrayInputStream(revocationList(withdrawn)));
            return new Revocation(() -> List.of(list), List.of(), Revocation.WhenUnknown.NOTE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The authority itself, to issue what no honest authority would. */
    public Identity smimeIssuer() {
        return smimeAuthority;
    }

    /** TLS for a server on this machine, and for clients that trust it. */
    public SSLContext tls() {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(identity(SERVER), relayAuthority), password.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("relay-ca", relayAuthority());
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void person(String name, String commonName, KeyPair keys, String address) {
        identities.put(
                name, issue(name, commonName, keys, smimeAuthority, KeyPurposeId.id_kp_emailProtection, mail(address)));
    }

    private static GeneralName[] mail(String address) {
        return new GeneralName[] {new GeneralName(GeneralName.rfc822Name, address)};
    }

    private Identity authority(String name, String commonName) {
        KeyPair keys = ec();
        X500Name subject = subject(commonName);
        var builder = builder(subject, subject, keys);
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Identity(name, keys, signed(builder, keys.getPrivate()));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity issue(
            String name, String commonName, KeyPair keys, Identity issuer, KeyPurposeId purpose, GeneralName... names) {
        X500Name by = X500Name.getInstance(
                issuer.certificate().getSubjectX500Principal().getEncoded());
        var builder = builder(by, subject(commonName), keys);
        boolean isRsa = keys.getPublic().getAlgorithm().equals("RSA");
        int use = KeyUsage.digitalSignature | (isRsa ? KeyUsage.keyEncipherment : KeyUsage.keyAgreement);
        try {
            var marks = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(use));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, marks.createAuthorityKeyIdentifier(issuer.certificate()));
            return new Identity(name, keys, signed(builder, issuer.keys().getPrivate()));
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X500Name subject(String commonName) {
        return new X500Name("C=GB,O=Invented for the SPOC gateway,CN=" + commonName);
    }

    private JcaX509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys) {
        Instant from = today.minus(Duration.ofDays(1));
        var serial = new BigInteger(120, new SecureRandom());
        var builder = new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(from), Date.from(from.plus(FIVE_YEARS)), subject, keys.getPublic());
        try {
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return builder;
        } catch (CertIOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key) {
        try {
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair rsa() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");
            maker.initialize(2048);
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair ec() {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeCertificates(Path certs) {
        pem(certs.resolve("trust/smime-ca.pem"), smimeAuthority.certificate());
        pem(certs.resolve("relays/relay-ca.pem"), relayAuthority.certificate());
        for (String ours : List.of(SPOC_2025, SPOC_2026, SECURE_IDENTITY)) {
            pem(certs.resolve("own/" + ours + ".pem"), certificate(ours));
        }
        pem(certs.resolve("forces/" + NORTHMERE + ".pem"), certificate(NORTHMERE));
        pem(certs.resolve("forces/" + WHITLOCK + ".pem"), certificate(WHITLOCK));
        pem(certs.resolve("partners/" + LARKHILL + ".pem"), certificate(LARKHILL));
        write(certs.resolve("crl/smime-ca.crl"), "X509 CRL", revocationList());
    }

    private static void pem(Path file, X509Certificate certificate) {
        try {
            write(file, "CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String what, byte[] der) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            Files.writeString(
                    file,
                    "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n",
                    StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void writeKey(Identity identity) {
        Path file = keyFile(identity.name());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(file)) {
                store(identity, identity.name().equals(SERVER) ? relayAuthority : smimeAuthority)
                        .store(out, password.toCharArray());
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore store(Identity identity, Identity issuer) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = {identity.certificate(), issuer.certificate()};
        store.setKeyEntry(identity.name(), identity.keys().getPrivate(), password.toCharArray(), chain);
        return store;
    }
}
