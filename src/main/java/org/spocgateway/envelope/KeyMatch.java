package org.spocgateway.envelope;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ECParameters;

/** Whether a private key and a public key are one pair; for newer kinds of keys only whether they could be. */
final class KeyMatch {
    private KeyMatch() {}

    static boolean belong(PrivateKey key, PublicKey other) {
        if (key instanceof RSAPrivateKey one && other instanceof RSAPublicKey two) {
            return one.getModulus().equals(two.getModulus());
        }
        if (key instanceof ECPrivateKey one && other instanceof ECPublicKey) {
            return isPoint(one, SubjectPublicKeyInfo.getInstance(other.getEncoded()));
        }
        return key.getAlgorithm().equals(other.getAlgorithm());
    }

    private static boolean isPoint(ECPrivateKey key, SubjectPublicKeyInfo other) {
        var curve = ASN1ObjectIdentifier.getInstance(other.getAlgorithm().getParameters());
        X9ECParameters parameters = ECNamedCurveTable.getByOID(curve);
        byte[] point = parameters.getG().multiply(key.getS()).normalize().getEncoded(false);
        return Arrays.equals(point, other.getPublicKeyData().getOctets());
    }
}
