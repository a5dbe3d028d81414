package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** One of our private keys, built once for each provider that uses it, with the names by which senders address it. */
public final class OurKey {
    private final PrivateKey key;
    private final Optional<Provider> token;
    private final Certificate certificate;
    private final byte[] keyIdentifier;
    private final Map<String, PrivateKey> built = new ConcurrentHashMap<>();

    /**
     * A key and its certificate.
     *
     * @param token whoever holds the key, where it never leaves its token; only that provider can use it
     */
    public OurKey(PrivateKey key, X509Certificate certificate, Optional<Provider> token)
            throws GeneralSecurityException {
        this.key = key;
        this.token = token;
        this.certificate = Certificate.getInstance(certificate.getEncoded());
        this.keyIdentifier = identifier(this.certificate);
    }

    /** Of the extension; else SHA-1 of the public key, as RFC 5280 section 4.2.1.2 proposes. */
    private static byte[] identifier(Certificate certificate) throws GeneralSecurityException {
        var extensions = certificate.getTBSCertificate().getExtensions();
        Extension extension = extensions == null ? null : extensions.getExtension(Extension.subjectKeyIdentifier);
        if (extension != null) {
            return ASN1OctetString.getInstance(extension.getParsedValue()).getOctets();
        }
        byte[] bits = certificate.getSubjectPublicKeyInfo().getPublicKeyData().getOctets();
        return java.security.MessageDigest.getInstance("SHA-1").digest(bits);
    }

    boolean isNamed(IssuerAndSerialNumber name) {
        return certificate.getSerialNumber().hasValue(name.getSerialNumber().getValue())
                && isSame(certificate.getIssuer(), name.getName());
    }

    boolean isNamed(byte[] identifier) {
        return Arrays.equals(keyIdentifier, identifier);
    }

    private static boolean isSame(X500Name one, X500Name other) {
        try {
            return Arrays.equals(one.getEncoded(), other.getEncoded()) || one.equals(other);
        } catch (IOException e) {
            return false;
        }
    }

    SubjectPublicKeyInfo publicKey() {
        return certificate.getSubjectPublicKeyInfo();
    }

    String algorithm() {
        return key.getAlgorithm();
    }

    /** With the first provider that can, or with the token's own. */
    <T> T ready(Providers providers, boolean isCurve, String what, Readying<T> readying)
            throws GeneralSecurityException {
        if (token.isPresent()) {
            return readying.with(token.get(), key);
        }
        return isCurve
                ? providers.firstOfCurves(what, provider -> readying.with(provider, in(provider)))
                : providers.first(what, provider -> readying.with(provider, in(provider)));
    }

    /** Gets something ready with a provider and the key as that provider built it. */
    @FunctionalInterface
    interface Readying<T> {
        T with(Provider provider, PrivateKey key) throws GeneralSecurityException;
    }

    boolean isInToken() {
        return token.isPresent();
    }

    PrivateKey in(Provider provider) {
        return built.computeIfAbsent(provider.getName(), any -> {
            try {
                return KeyFactory.getInstance(key.getAlgorithm(), provider)
                        .generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
            } catch (GeneralSecurityException | RuntimeException e) {
                return key;
            }
        });
    }
}
