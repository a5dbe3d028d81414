package org.spocgateway.envelope.cms;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAESOAEPparams;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.jspecify.annotations.Nullable;

/** A content key encrypted with RSA: PKCS#1 v1.5 or OAEP with any of the usual digests (RFC 3370, RFC 3560, RFC 8017). */
record KeyTransport(Providers providers, KeyTransRecipientInfo info, OurKey key) implements ContentKeys.Entry {
    private static final String OAEP = "RSA/ECB/OAEPPadding";

    @Override
    public String transport() {
        return name(info);
    }

    static String name(KeyTransRecipientInfo info) {
        var oid = info.getKeyEncryptionAlgorithm().getAlgorithm();
        return oid.equals(PKCSObjectIdentifiers.rsaEncryption)
                ? "RSA"
                : oid.equals(PKCSObjectIdentifiers.id_RSAES_OAEP) ? "RSA-OAEP" : oid.getId();
    }

    @Override
    public byte[] open() throws GeneralSecurityException {
        byte[] encrypted = info.getEncryptedKey().getOctets();
        return switch (transport()) {
            case "RSA" -> ready("RSA/ECB/PKCS1Padding", null, "").doFinal(encrypted);
            case "RSA-OAEP" -> {
                OAEPParameterSpec parameters =
                        parameters(info.getKeyEncryptionAlgorithm().getParameters());
                yield key.isInToken()
                        ? Oaep.open(ready("RSA/ECB/NoPadding", null, ""), parameters, encrypted)
                        : ready(OAEP, parameters, names(parameters)).doFinal(encrypted);
            }
            default -> throw new NoSuchAlgorithmException("a key transport that we do not read");
        };
    }

    private Cipher ready(String transformation, @Nullable AlgorithmParameterSpec parameters, String names)
            throws GeneralSecurityException {
        return key.ready(providers, false, "Cipher " + transformation + names, (provider, secret) -> {
            Cipher cipher = Cipher.getInstance(transformation, provider);
            cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
            return cipher;
        });
    }

    private static OAEPParameterSpec parameters(@Nullable Object asn1) throws NoSuchAlgorithmException {
        RSAESOAEPparams oaep = asn1 == null ? new RSAESOAEPparams() : RSAESOAEPparams.getInstance(asn1);
        AlgorithmIdentifier mask =
                AlgorithmIdentifier.getInstance(oaep.getMaskGenAlgorithm().getParameters());
        AlgorithmIdentifier source = oaep.getPSourceAlgorithm();
        byte[] label = ASN1OctetString.getInstance(source.getParameters()).getOctets();
        return new OAEPParameterSpec(
                Digests.name(oaep.getHashAlgorithm().getAlgorithm()),
                "MGF1",
                new MGF1ParameterSpec(Digests.name(mask.getAlgorithm())),
                label.length == 0 ? PSource.PSpecified.DEFAULT : new PSource.PSpecified(label));
    }

    private static String names(OAEPParameterSpec parameters) {
        return " " + parameters.getDigestAlgorithm() + " "
                + ((MGF1ParameterSpec) parameters.getMGFParameters()).getDigestAlgorithm();
    }
}
