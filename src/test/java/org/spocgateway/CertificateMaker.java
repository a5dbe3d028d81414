package org.spocgateway;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues mail certificates as an honest authority would, and in every way in which it would not. */
public final class CertificateMaker {
    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private final String commonName;
    private final List<GeneralName> names = new ArrayList<>();
    private Optional<DemonstrationPki.Identity> issuer = Optional.empty();
    private String subject = "";
    private String algorithm = "SHA256";
    private KeyPair keys = key("EC", 256);
    private Instant from = Instant.now().minus(Duration.ofDays(1));
    private Instant until = Instant.now().plus(Duration.ofDays(365));
    private int usage = KeyUsage.digitalSignature;
    private boolean authority;
    private final Map<ASN1ObjectIdentifier, ASN1Encodable> extensions = new LinkedHashMap<>();
    private List<KeyPurposeId> purposes = List.of(KeyPurposeId.id_kp_emailProtection);

    private CertificateMaker(String commonName) {
        this.commonName = commonName;
    }

    public static CertificateMaker of(String commonName) {
        return new CertificateMaker(commonName);
    }

    /** Without an issuer it vouches for itself. */
    public CertificateMaker by(DemonstrationPki.Identity authority) {
        issuer = Optional.of(authority);
        return this;
    }

    /** A mail address in the SAN. */
    public CertificateMaker mail(String address) {
        return name(new GeneralName(GeneralName.rfc822Name, address));
    }

    public CertificateMaker name(GeneralName name) {
        names.add(name);
        return this;
    }

    /** Further parts of the subject, such as {@code E=somebody@example}. */
    public CertificateMaker subject(String more) {
        subject = more;
        return this;
    }

    public CertificateMaker valid(Instant notBefore, Instant notAfter) {
        from = notBefore;
        until = notAfter;
        return this;
    }

    public CertificateMaker usage(int keyUsage) {
        usage = keyUsage;
        return this;
    }

    public CertificateMaker purposes(KeyPurposeId... keyPurposes) {
        purposes = List.of(keyPurposes);
        return this;
    }

    /** The digest of the issuer's signature. */
    public CertificateMaker digest(String name) {
        algorithm = name;
        return this;
    }

    public CertificateMaker rsa(int bits) {
        keys = key("RSA", bits);
        return this;
    }

    /** A key of its own; otherwise all of a kind share one, since making keys is slow. */
    public CertificateMaker keys(KeyPair pair) {
        keys = pair;
        return this;
    }

    /** Any other extension. */
    public CertificateMaker extension(ASN1ObjectIdentifier id, ASN1Encodable value) {
        extensions.put(id, value);
        return this;
    }

    /** Not a person: an authority. */
    public CertificateMaker authority() {
        authority = true;
        usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;
        purposes = List.of();
        return this;
    }

    public DemonstrationPki.Identity make() {
        X500Name own = new X500Name(
                "C=GB,O=Invented for the SPOC gateway,CN=" + commonName + (subject.isEmpty() ? "" : "," + subject));
        X500Name by = issuer.map(each -> X500Name.getInstance(
                        each.certificate().getSubjectX500Principal().getEncoded()))
                .orElse(own);
        PrivateKey signing = issuer.map(each -> each.keys().getPrivate()).orElse(keys.getPrivate());
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    by,
                    new BigInteger(120, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    own,
                    keys.getPublic());
            builder.addExtension(
                    Extension.basicConstraints,
                    true,
                    authority ? new BasicConstraints(2) : new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
            if (!purposes.isEmpty()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes.toArray(new KeyPurposeId[0])));
            }
            if (!names.isEmpty()) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
            }
            for (var each : extensions.entrySet()) {
                builder.addExtension(each.getKey(), false, each.getValue());
            }
            return new DemonstrationPki.Identity(commonName, keys, signed(builder, signing));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey signing)
            throws OperatorCreationException, GeneralSecurityException {
        String name = algorithm + (signing.getAlgorithm().equals("RSA") ? "withRSA" : "withECDSA");
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(name).build(signing)));
    }

    /** One key of each kind and length for the whole process. */
    public static KeyPair key(String kind, int bits) {
        return KEYS.computeIfAbsent(kind + bits, any -> fresh(kind, bits));
    }

    /** A new key. */
    public static KeyPair fresh(String kind, int bits) {
        try {
            KeyPairGenerator maker = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                maker.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                maker.initialize(bits);
            }
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
