package org.spocgateway.envelope.cms;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSASSAPSSparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.ContentVerifierProvider;
import org.bouncycastle.operator.DefaultSignatureNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.jspecify.annotations.Nullable;

/**
 * Checks signatures with one public key: RSA, PSS, ECDSA and EdDSA by the fastest provider, all else (ML-DSA, composite) by
 * BouncyCastle.
 */
final class Verifiers implements ContentVerifierProvider {
    private static final DefaultSignatureNameFinder NAMES = new DefaultSignatureNameFinder();
    private static final Set<String> CURVES = Set.of("EC", "ECDSA", "EdDSA", "Ed25519", "Ed448");

    private final Providers providers;
    private final PublicKey key;

    Verifiers(Providers providers, PublicKey key) {
        this.providers = providers;
        this.key = key;
    }

    @Override
    public boolean hasAssociatedCertificate() {
        return false;
    }

    @Override
    public @Nullable X509CertificateHolder getAssociatedCertificate() {
        return null;
    }

    @Override
    public ContentVerifier get(AlgorithmIdentifier algorithm) throws OperatorCreationException {
        try {
            return new Running(algorithm, ready(algorithm));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new OperatorCreationException("a signature that we cannot check", e);
        }
    }

    private Signature ready(AlgorithmIdentifier algorithm) throws GeneralSecurityException {
        if (algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.id_RSASSA_PSS)) {
            return pss(RSASSAPSSparams.getInstance(algorithm.getParameters()));
        }
        boolean isCurve = CURVES.contains(key.getAlgorithm());
        if (!isCurve && !(key instanceof RSAPublicKey)) {
            return byBouncyCastle(algorithm.getAlgorithm());
        }
        String name = name(algorithm.getAlgorithm());
        Providers.Readying<Signature> readying = provider -> {
            Signature signature = Signature.getInstance(name, provider);
            signature.initVerify(PublicKeys.in(provider, key));
            return signature;
        };
        String what = "Signature " + name;
        return isCurve ? providers.firstOfCurves(what, readying) : providers.first(what, readying);
    }

    private static String name(ASN1ObjectIdentifier algorithm) {
        if (algorithm.equals(EdECObjectIdentifiers.id_Ed25519)) {
            return "Ed25519";
        }
        return algorithm.equals(EdECObjectIdentifiers.id_Ed448) ? "Ed448" : NAMES.getAlgorithmName(algorithm);
    }

    private Signature pss(RSASSAPSSparams parameters) throws GeneralSecurityException {
        String digest = Digests.name(parameters.getHashAlgorithm().getAlgorithm());
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(parameters.getMaskGenAlgorithm().getParameters());
        String maskDigest = Digests.name(mask.getAlgorithm());
        var spec = new PSSParameterSpec(
                digest,
                "MGF1",
                new MGF1ParameterSpec(maskDigest),
                parameters.getSaltLength().intValueExact(),
                parameters.getTrailerField().intValueExact());
        return providers.first("Signature RSASSA-PSS " + digest + " " + maskDigest, provider -> {
            Signature signature = Signature.getInstance("RSASSA-PSS", provider);
            signature.setParameter(spec);
            signature.initVerify(PublicKeys.in(provider, key));
            return signature;
        });
    }

    private Signature byBouncyCastle(ASN1ObjectIdentifier algorithm) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm.getId(), Providers.bouncyCastle());
        signature.initVerify(KeyFactory.getInstance(algorithm.getId(), Providers.bouncyCastle())
                .generatePublic(new X509EncodedKeySpec(key.getEncoded())));
        return signature;
    }

    /** One signature being checked. */
    private record Running(AlgorithmIdentifier algorithm, Signature signature) implements ContentVerifier {
        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return algorithm;
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int b) throws java.io.IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws java.io.IOException {
                    try {
                        signature.update(bytes, offset, length);
                    } catch (SignatureException e) {
                        throw new java.io.IOException("a signature refuses", e);
                    }
                }
            };
        }

        @Override
        public boolean verify(byte[] expected) {
            try {
                return signature.verify(expected);
            } catch (SignatureException | RuntimeException e) {
                return false; // not even of the right form
            }
        }
    }
}
