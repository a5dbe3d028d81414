package org.spocgateway.envelope.openpgp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Judges the signature over content that is already at hand: exactly one, over a document, right, by a key pinned for the sender.
 *
 * <p>WRONG only where the mathematics say no. Everything between proves nothing, and a person is not told that anybody lied.
 */
final class Signatures {
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final int LENGTH_MOST = 1 << 16;

    private final Clock clock;
    private final Papers papers;

    Signatures(Clock clock) {
        this.clock = clock;
        this.papers = new Papers(clock);
    }

    /** @param packets the bodies of signature packets; only one can prove anything */
    Mark judge(List<byte[]> packets, byte[] content, PinnedKeys pins) {
        if (packets.isEmpty()) {
            return Mark.of(Judgement.NONE);
        }
        if (packets.size() > 1) {
            return Mark.of(Judgement.SEVERAL);
        }
        try {
            return read(packets.get(0))
                    .map(signature -> judged(signature, content, pins))
                    .orElse(Mark.of(Judgement.UNCHECKABLE));
        } catch (IOException | RuntimeException e) {
            return Mark.of(Judgement.UNCHECKABLE);
        }
    }

    private static Optional<PGPSignature> read(byte[] body) throws IOException {
        int version = body.length == 0 ? 0 : body[0];
        if ((version != 4 && version != 6) || body.length > LENGTH_MOST) {
            return Optional.empty();
        }
        byte[] head = {
            (byte) 0xc2, (byte) 0xff, 0, (byte) (body.length >> 16), (byte) (body.length >> 8), (byte) body.length
        };
        var packet = new SequenceInputStream(new ByteArrayInputStream(head), new ByteArrayInputStream(body));
        try (var in = new BCPGInputStream(packet)) {
            return Optional.of(new PGPSignature(in));
        } catch (PGPException e) {
            return Optional.empty();
        }
    }

    private Mark judged(PGPSignature signature, byte[] content, PinnedKeys pins) {
        int type = signature.getSignatureType();
        if (type != PGPSignature.BINARY_DOCUMENT && type != PGPSignature.CANONICAL_TEXT_DOCUMENT) {
            return Mark.of(Judgement.UNCHECKABLE);
        }
        Mark worst = Mark.of(Judgement.UNKNOWN_KEY);
        for (PinnedKeys.Candidate candidate : pins.candidates(signature)) {
            Mark mark = judged(signature, content, candidate);
            if (mark.judgement() == Judgement.VALID) {
                return mark;
            }
            worst = worst.judgement() == Judgement.UNKNOWN_KEY ? mark : worst;
        }
        return worst;
    }

    private Mark judged(PGPSignature signature, byte[] content, PinnedKeys.Candidate by) {
        Optional<String> digest = Strong.digest(signature.getHashAlgorithm());
        Optional<String> method = Strong.signing(by.key().getAlgorithm());
        Mark mark = new Mark(
                Judgement.UNCHECKABLE,
                Optional.of(by.pin().fingerprint()),
                digest.orElse("outdated") + "with" + method.orElse("other"));
        if (Strong.isOutdatedDigest(signature.getHashAlgorithm())) {
            return mark.with(isRight(signature, content, by).orElse(false) ? Judgement.WEAK_DIGEST : Judgement.WRONG);
        }
        Optional<Boolean> isRight = isRight(signature, content, by);
        if (isRight.isEmpty() || digest.isEmpty() || method.isEmpty()) {
            return mark;
        }
        return mark.with(isRight.get() ? standing(signature, content, by) : Judgement.WRONG);
    }

    private static Optional<Boolean> isRight(PGPSignature signature, byte[] content, PinnedKeys.Candidate by) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), by.key());
            signature.update(content);
            return Optional.of(signature.verify());
        } catch (PGPException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What a signature that is right is worth. */
    private Judgement standing(PGPSignature signature, byte[] content, PinnedKeys.Candidate by) {
        Instant now = clock.instant();
        Date made = signature.getCreationTime();
        if (made == null || made.toInstant().isAfter(now.plus(CLOCKS_DIFFER))) {
            return Judgement.AHEAD;
        }
        if (!Strong.isLongEnough(by.key())
                || !Strong.isLongEnough(by.pin().certificate().getPublicKey())) {
            return Judgement.WEAK_KEY;
        }
        Judgement papers = this.papers.of(signature, content, by);
        return papers == Judgement.VALID && !by.pin().isSenders() ? Judgement.OTHER_SENDER : papers;
    }
}
