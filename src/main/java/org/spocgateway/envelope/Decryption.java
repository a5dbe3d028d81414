package org.spocgateway.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientInformation;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Takes off one encrypted layer with whichever of our keys it is sealed to.
 *
 * <p>The content comes back whole and after its tag was checked, or not at all. Every way to fail with a key of ours looks the same
 * ({@link Fault#DAMAGED}), so that nobody can learn from our answers what was wrong.
 */
final class Decryption {
    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final int TAG_LEAST = 12;
    private static final int TAG_MOST = 16;

    /** What was inside; {@code isAuthenticated} says whether the layer itself proves that nobody changed it. */
    record Plain(byte[] content, Layer layer, String key, boolean isAuthenticated) {}

    private record Sealed(
            Iterable<RecipientInformation> recipients, Optional<String> algorithm, boolean isAuthenticated) {}

    private record Match(RecipientInformation recipient, KeyRing.OwnKey key) {}

    private final KeyRing ring;

    Decryption(KeyRing ring) {
        this.ring = ring;
    }

    /** @throws UnreadableMail RECIPIENT, ALGORITHM or DAMAGED */
    Plain take(ContentInfo info) {
        Sealed sealed = read(info);
        List<Match> matches = matches(sealed);
        if (matches.isEmpty()) {
            throw new UnreadableMail(Fault.RECIPIENT, Recipients.told(sealed.recipients()));
        }
        String algorithm = sealed.algorithm().orElseThrow(() -> new UnreadableMail(Fault.ALGORITHM));
        String kind = sealed.isAuthenticated() ? "auth-enveloped" : "enveloped";
        for (Match match : matches) {
            Optional<byte[]> content = content(match, sealed.isAuthenticated());
            if (content.isPresent()) {
                var layer = new Layer(kind, algorithm, Strength.transport(match.recipient()));
                return new Plain(content.get(), layer, match.key().name(), sealed.isAuthenticated());
            }
        }
        throw new UnreadableMail(Fault.DAMAGED);
    }

    private static Sealed read(ContentInfo info) {
        ASN1ObjectIdentifier type = info.getContentType();
        try {
            if (type.equals(CMSObjectIdentifiers.envelopedData)) {
                var data = new CMSEnvelopedData(info);
                return new Sealed(data.getRecipientInfos(), Strength.block(data.getEncryptionAlgOID()), false);
            }
            if (type.equals(CMSObjectIdentifiers.authEnvelopedData)) {
                var data = new CMSAuthEnvelopedData(info);
                return new Sealed(data.getRecipientInfos(), tagged(info, data), true);
            }
        } catch (CMSException | RuntimeException e) {
            throw new UnreadableMail(Fault.DAMAGED);
        }
        throw new UnreadableMail(Fault.ALGORITHM);
    }

    /** The algorithm, if its tag has the length that RFC 5084 allows: a sender must not shorten it to something guessable. */
    private static Optional<String> tagged(ContentInfo info, CMSAuthEnvelopedData data) {
        var parameters = AuthEnvelopedData.getInstance(info.getContent())
                .getAuthEncryptedContentInfo()
                .getContentEncryptionAlgorithm()
                .getParameters();
        Optional<String> algorithm = Strength.authenticated(data.getEncryptionAlgOID());
        int length =
                algorithm.isEmpty() ? 0 : GCMParameters.getInstance(parameters).getIcvLen();
        boolean isGood = length >= TAG_LEAST && length <= TAG_MOST && data.getMac().length == length;
        return isGood ? algorithm : Optional.empty();
    }

    private List<Match> matches(Sealed sealed) {
        List<Match> matches = new ArrayList<>();
        for (RecipientInformation recipient : sealed.recipients()) {
            ring.of(recipient).forEach(key -> matches.add(new Match(recipient, key)));
        }
        return matches;
    }

    private static Optional<byte[]> content(Match match, boolean isAuthenticated) {
        try {
            return Optional.of(match.recipient().getContent(reader(match, isAuthenticated)));
        } catch (CMSException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Recipient reader(Match match, boolean isAuthenticated) {
        var key = match.key().key();
        if (match.recipient() instanceof KeyTransRecipientInformation) {
            return isAuthenticated
                    ? new JceKeyTransAuthEnvelopedRecipient(key).setProvider(BC)
                    : new JceKeyTransEnvelopedRecipient(key).setProvider(BC);
        }
        if (match.recipient() instanceof KeyAgreeRecipientInformation) {
            return isAuthenticated
                    ? new JceKeyAgreeAuthEnvelopedRecipient(key).setProvider(BC)
                    : new JceKeyAgreeEnvelopedRecipient(key).setProvider(BC);
        }
        throw new UnreadableMail(Fault.ALGORITHM);
    }
}
