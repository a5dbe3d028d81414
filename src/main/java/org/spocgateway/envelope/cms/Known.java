package org.spocgateway.envelope.cms;

import java.io.OutputStream;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.operator.DigestCalculator;

/** A digest that is known already; whatever is written into it changes nothing. */
record Known(AlgorithmIdentifier algorithm, byte[] digest) implements DigestCalculator {
    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
        return algorithm;
    }

    @Override
    public OutputStream getOutputStream() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public byte[] getDigest() {
        return digest.clone();
    }
}
