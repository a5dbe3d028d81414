package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientIdentifier;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.KeyTransRecipientInfo;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.PasswordRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;

/**
 * Tells IT to which certificates a message was sealed, without anybody's name: how the key came, the certificate's serial number, and
 * the first bytes of the SHA-256 of its issuer's name, or its key identifier.
 */
public final class Recipients {
    private static final int MOST = 50;
    private static final int HASH_BYTES = 8;

    private Recipients() {}

    /** One line for each recipient, at most 50. */
    public static List<String> told(SealedContent sealed) throws IOException {
        return Structure.intact(() -> {
            List<String> lines = new ArrayList<>();
            for (ASN1Encodable each : sealed.recipients()) {
                lines.addAll(lines(RecipientInfo.getInstance(each).getInfo()));
            }
            return lines.stream().limit(MOST).toList();
        });
    }

    private static List<String> lines(ASN1Encodable info) {
        if (info instanceof KeyTransRecipientInfo transport) {
            return List.of(KeyTransport.name(transport) + " " + who(transport.getRecipientIdentifier()));
        }
        if (info instanceof KeyAgreeRecipientInfo agreement) {
            List<String> lines = new ArrayList<>();
            for (ASN1Encodable each : agreement.getRecipientEncryptedKeys()) {
                lines.add("ECDH " + who(RecipientEncryptedKey.getInstance(each).getIdentifier()));
            }
            return lines;
        }
        if (info instanceof OtherRecipientInfo other && other.getType().equals(CMSObjectIdentifiers.id_ori_kem)) {
            return List.of(
                    "KEM " + who(KEMRecipientInfo.getInstance(other.getValue()).getRecipientIdentifier()));
        }
        return List.of(info instanceof PasswordRecipientInfo ? "password" : "key of no certificate");
    }

    private static String who(RecipientIdentifier name) {
        return name.getId() instanceof ASN1OctetString identifier
                ? key(identifier)
                : who(IssuerAndSerialNumber.getInstance(name.getId()));
    }

    private static String who(KeyAgreeRecipientIdentifier name) {
        IssuerAndSerialNumber issuer = name.getIssuerAndSerialNumber();
        return issuer == null ? key(name.getRKeyID().getSubjectKeyIdentifier()) : who(issuer);
    }

    private static String key(ASN1OctetString identifier) {
        return "key " + HexFormat.of().formatHex(identifier.getOctets());
    }

    private static String who(IssuerAndSerialNumber name) {
        String serial = name.getSerialNumber().getValue().toString(16);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(name.getName().getEncoded());
            return "serial " + serial + " issuer " + HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (IOException | NoSuchAlgorithmException e) {
            return "serial " + serial + " issuer unreadable";
        }
    }
}
