package org.spocgateway.envelope;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.cms.ContentKeys;
import org.spocgateway.envelope.cms.Damaged;
import org.spocgateway.envelope.cms.Providers;
import org.spocgateway.envelope.cms.Recipients;
import org.spocgateway.envelope.cms.SealedContent;

/**
 * Opens one encrypted content with whichever of our keys it is sealed to.
 *
 * <p>Every way to fail with a key of ours looks the same ({@link Fault#DAMAGED}), so that nobody can learn from our answers what was
 * wrong.
 */
final class Decryption {
    private final ContentKeys keys = new ContentKeys(Providers.standard());
    private final KeyRing ring;

    Decryption(KeyRing ring) {
        this.ring = ring;
    }

    /**
     * A layer and the content in it.
     *
     * @param plain genuine only when it has been read to its end
     */
    record Plain(Peeled layer, InputStream plain) {}

    private record Match(KeyRing.OwnKey key, ContentKeys.Entry entry) {}

    /** @throws UnreadableMail RECIPIENT or ALGORITHM */
    Plain open(SealedContent sealed) throws IOException {
        List<Match> matches = matches(sealed);
        if (matches.isEmpty()) {
            throw new UnreadableMail(Fault.RECIPIENT, Recipients.told(sealed));
        }
        String algorithm = sealed.cipherName().orElseThrow(() -> new UnreadableMail(Fault.ALGORITHM));
        String kind = sealed.isAuthenticated() ? "auth-enveloped" : "enveloped";
        for (Match match : matches) {
            Optional<byte[]> key = key(sealed, match);
            if (key.isPresent()) {
                var layer = new Layer(kind, algorithm, match.entry.transport());
                return new Plain(
                        Peeled.sealed(layer, match.key.name(), sealed.isAuthenticated()),
                        sealed.plain(Providers.standard(), key.get()));
            }
        }
        throw new Damaged();
    }

    private List<Match> matches(SealedContent sealed) throws IOException {
        List<Match> matches = new ArrayList<>();
        for (KeyRing.OwnKey key : ring.keys()) {
            keys.of(sealed, key.ready()).forEach(entry -> matches.add(new Match(key, entry)));
        }
        return matches;
    }

    private static Optional<byte[]> key(SealedContent sealed, Match match) {
        try {
            return Optional.of(match.entry.open()).filter(sealed::fits);
        } catch (GeneralSecurityException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
