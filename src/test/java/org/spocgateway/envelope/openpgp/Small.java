package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key that is too short, which no good program makes any more. */
final class Small {
    private Small() {}

    static PGPSecretKeyRing key() {
        try {
            var rsa = new RSAKeyPairGenerator();
            rsa.init(new RSAKeyGenerationParameters(BigInteger.valueOf(65537), new SecureRandom(), 1024, 80));
            var pair = new BcPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, rsa.generateKeyPair(), new Date());
            return new PGPKeyRingGenerator(
                            PGPSignature.POSITIVE_CERTIFICATION,
                            pair,
                            "x <x@y.example>",
                            new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1),
                            null,
                            null,
                            new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                            null)
                    .generateSecretKeyRing();
        } catch (PGPException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] signature(byte[] content, PGPSecretKeyRing by) {
        try {
            var generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(PublicKeyAlgorithmTags.RSA_GENERAL, HashAlgorithmTags.SHA256),
                    by.getPublicKey());
            generator.init(
                    PGPSignature.BINARY_DOCUMENT,
                    by.getSecretKey()
                            .extractPrivateKey(new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider())
                                    .build(new char[0])));
            generator.update(content);
            var out = new ByteArrayOutputStream();
            generator.generate().encode(out);
            return out.toByteArray();
        } catch (PGPException | IOException e) {
            throw new AssertionError(e);
        }
    }
}
