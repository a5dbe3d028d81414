package org.spocgateway.envelope;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cms.PKIXRecipientId;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInformation;

/**
 * Tells IT to which certificates a message was sealed, without anybody's name: how the key came, the certificate's serial number, and
 * the first bytes of the SHA-256 of its issuer's name, or its key identifier.
 */
final class Recipients {
    private static final int MOST = 50;
    private static final int HASH_BYTES = 8;

    private Recipients() {}

    static List<String> told(Iterable<RecipientInformation> recipients) {
        return StreamSupport.stream(recipients.spliterator(), false)
                .limit(MOST)
                .map(each -> Strength.transport(each) + " " + who(each.getRID()))
                .toList();
    }

    private static String who(RecipientId id) {
        if (!(id instanceof PKIXRecipientId named)) {
            return id.getType() == RecipientId.password ? "password" : "key of no certificate";
        }
        byte[] key = named.getSubjectKeyIdentifier();
        if (key != null) {
            return "key " + HexFormat.of().formatHex(key);
        }
        return "serial " + hex(named.getSerialNumber()) + " issuer " + hash(named.getIssuer());
    }

    private static String hex(BigInteger serial) {
        return serial == null ? "none" : serial.toString(16);
    }

    private static String hash(X500Name issuer) {
        try {
            byte[] name = issuer == null ? new byte[0] : issuer.getEncoded();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (java.io.IOException | NoSuchAlgorithmException e) {
            return "unreadable";
        }
    }
}
