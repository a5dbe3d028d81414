package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
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
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientIdentifier;
import org.bouncycastle.asn1.cms.RecipientInfo;

/** Finds the recipient entries that name one of our keys, and opens the content key that they carry. */
public final class ContentKeys {
    /** A message that names one key of ours more often is not opened with the rest: each costs a private operation. */
    private static final int ENTRIES_MOST = 10;

    private final Providers providers;

    public ContentKeys(Providers providers) {
        this.providers = providers;
    }

    /** A recipient entry made for a key of ours. */
    public interface Entry {
        /** How the content key came to us, such as {@code RSA}, {@code RSA-OAEP}, {@code ECDH}, {@code ML-KEM-768}. */
        String transport();

        /** The content key; whatever is wrong with it is one and the same exception. */
        byte[] open() throws GeneralSecurityException;
    }

    /**
     * The entries that name this key, by issuer and serial number or by key identifier.
     *
     * @throws Damaged if an entry cannot be read
     */
    public List<Entry> of(SealedContent content, OurKey key) throws IOException {
        return Structure.intact(() -> {
            List<Entry> entries = new ArrayList<>();
            for (ASN1Encodable each : content.recipients()) {
                if (entries.size() < ENTRIES_MOST) {
                    add(entries, RecipientInfo.getInstance(each).getInfo(), key);
                }
            }
            return entries;
        });
    }

    private void add(List<Entry> entries, ASN1Encodable info, OurKey key) {
        if (info instanceof KeyTransRecipientInfo transport && isFor(transport.getRecipientIdentifier(), key)) {
            entries.add(new KeyTransport(providers, transport, key));
        } else if (info instanceof KeyAgreeRecipientInfo agreement) {
            for (ASN1Encodable each : agreement.getRecipientEncryptedKeys()) {
                RecipientEncryptedKey encrypted = RecipientEncryptedKey.getInstance(each);
                if (isFor(encrypted.getIdentifier(), key)) {
                    entries.add(new KeyAgreement(providers, agreement, encrypted.getEncryptedKey(), key));
                }
            }
        } else if (info instanceof OtherRecipientInfo other
                && other.getType().equals(CMSObjectIdentifiers.id_ori_kem)) {
            KEMRecipientInfo kem = KEMRecipientInfo.getInstance(other.getValue());
            if (isFor(kem.getRecipientIdentifier(), key)) {
                entries.add(new KeyEncapsulation(kem, key));
            }
        }
    }

    private static boolean isFor(RecipientIdentifier name, OurKey key) {
        return name.getId() instanceof ASN1OctetString identifier
                ? key.isNamed(identifier.getOctets())
                : key.isNamed(IssuerAndSerialNumber.getInstance(name.getId()));
    }

    private static boolean isFor(KeyAgreeRecipientIdentifier name, OurKey key) {
        IssuerAndSerialNumber issuer = name.getIssuerAndSerialNumber();
        return issuer == null
                ? key.isNamed(name.getRKeyID().getSubjectKeyIdentifier().getOctets())
                : key.isNamed(issuer);
    }
}
