package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.crypto.AsymmetricBlockCipher;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.encodings.OAEPEncoding;
import org.bouncycastle.jcajce.provider.util.DigestFactory;

/** Takes off OAEP here where a token only does the bare RSA operation, as Java's PKCS#11 provider does. */
final class Oaep {
    private Oaep() {}

    /** @param bare a cipher without padding, ready to decrypt */
    static byte[] open(Cipher bare, OAEPParameterSpec parameters, byte[] encrypted) throws GeneralSecurityException {
        var mask = (MGF1ParameterSpec) parameters.getMGFParameters();
        var label = (PSource.PSpecified) parameters.getPSource();
        var encoding = new OAEPEncoding(
                new Bare(bare, encrypted.length),
                DigestFactory.getDigest(parameters.getDigestAlgorithm()),
                DigestFactory.getDigest(mask.getDigestAlgorithm()),
                label.getValue());
        try {
            return encoding.processBlock(encrypted, 0, encrypted.length);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new BadPaddingException("a content key does not open");
        }
    }

    /** The token's operation as BouncyCastle's padding expects it: without the zero in front. */
    private record Bare(Cipher cipher, int bytes) implements AsymmetricBlockCipher {
        @Override
        public void init(boolean forEncryption, CipherParameters parameters) {
            // it is ready
        }

        @Override
        public int getInputBlockSize() {
            return bytes;
        }

        @Override
        public int getOutputBlockSize() {
            return bytes - 1;
        }

        @Override
        public byte[] processBlock(byte[] in, int offset, int length) throws InvalidCipherTextException {
            try {
                byte[] plain = cipher.doFinal(in, offset, length);
                boolean isPadded = plain.length == bytes && plain[0] == 0;
                return isPadded ? Arrays.copyOfRange(plain, 1, bytes) : plain;
            } catch (GeneralSecurityException e) {
                throw new InvalidCipherTextException("a token refuses", e);
            }
        }
    }
}
