package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.cms.SignerInformation;

/** A signature without signed attributes, made over the content's digest itself: it never proves, but it can be wrong. */
final class BareSignature {
    private BareSignature() {}

    static Optional<Boolean> check(SignerInformation one, PublicKey key, byte[] digest) {
        boolean isPss = one.getEncryptionAlgOID().equals(PKCSObjectIdentifiers.id_RSASSA_PSS.getId());
        try {
            if (key instanceof RSAPublicKey && !isPss) {
                var algorithm =
                        new AlgorithmIdentifier(one.getDigestAlgorithmID().getAlgorithm(), DERNull.INSTANCE);
                return holds("NONEwithRSA", key, new DigestInfo(algorithm, digest).getEncoded(), one.getSignature());
            }
            return key instanceof ECPublicKey
                    ? holds("NONEwithECDSA", key, digest, one.getSignature())
                    : Optional.empty();
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Boolean> holds(String name, PublicKey key, byte[] signed, byte[] signature)
            throws GeneralSecurityException {
        Signature check = Signature.getInstance(name, Providers.bouncyCastle());
        check.initVerify(key);
        check.update(signed);
        try {
            return Optional.of(check.verify(signature));
        } catch (SignatureException e) {
            return Optional.of(false);
        }
    }
}
