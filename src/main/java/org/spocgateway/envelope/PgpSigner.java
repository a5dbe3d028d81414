package org.spocgateway.envelope;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.directory.PinnedOpenPgpKey;
import org.spocgateway.envelope.openpgp.Judgement;
import org.spocgateway.envelope.openpgp.Mark;
import org.spocgateway.envelope.openpgp.PinnedKeys;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Thumbprint;

/** Ties an OpenPGP signature to the single From of one message, by the keys that the directory pins; used for one message. */
final class PgpSigner {
    private static final Map<Judgement, Fault> FINDINGS = new EnumMap<>(Map.of(
            Judgement.WRONG, Fault.BROKEN,
            Judgement.OTHER_SENDER, Fault.OTHER_SENDER,
            Judgement.SEVERAL, Fault.SEVERAL_SIGNERS,
            Judgement.UNCHECKABLE, Fault.UNKNOWN_ALGORITHM,
            Judgement.WEAK_DIGEST, Fault.WEAK_DIGEST,
            Judgement.WEAK_KEY, Fault.WEAK_KEY,
            Judgement.AHEAD, Fault.SIGNED_AHEAD,
            Judgement.EXPIRED, Fault.EXPIRED,
            Judgement.REVOKED, Fault.REVOKED,
            Judgement.UNFIT_KEY, Fault.KEY_USAGE));

    private final List<PinnedOpenPgpKey> pins;
    private final Optional<MailAddress> from;
    private @Nullable PinnedKeys keys;

    PgpSigner(List<PinnedOpenPgpKey> pins, Optional<MailAddress> from) {
        this.pins = pins;
        this.from = from;
    }

    /** Every key of the directory; those for the From are the sender's. */
    PinnedKeys keys() {
        if (keys == null) {
            PinnedKeys all = PinnedKeys.NONE;
            for (PinnedOpenPgpKey pin : pins) {
                all = all.with(pin.key().armored(), isSenders(pin));
            }
            keys = all;
        }
        return keys;
    }

    private boolean isSenders(PinnedOpenPgpKey pin) {
        return from.filter(pin.address()::equals).isPresent();
    }

    /** The same vocabulary as for S/MIME; empty where nothing is signed. */
    Optional<Verdict> verdict(Mark mark) {
        if (mark.judgement() == Judgement.NONE) {
            return Optional.empty();
        }
        boolean isValid = mark.judgement() == Judgement.VALID;
        boolean isWrong = mark.judgement() == Judgement.WRONG;
        Signature signature = isValid ? Signature.VALID : isWrong ? Signature.INVALID : Signature.UNDETERMINED;
        return Optional.of(
                new Verdict(signature, signer(mark), isValid, isValid, mark.algorithm(), findings(mark.judgement())));
    }

    private List<Fault> findings(Judgement judgement) {
        if (judgement == Judgement.UNKNOWN_KEY) {
            boolean isKnown = pins.stream().anyMatch(this::isSenders);
            return List.of(isKnown ? Fault.CHANGED_CERTIFICATE : Fault.UNKNOWN_KEY);
        }
        if (judgement == Judgement.OTHER_SENDER && from.isEmpty()) {
            return List.of(); // that there is no one sender is told already
        }
        return Optional.ofNullable(FINDINGS.get(judgement)).map(List::of).orElse(List.of());
    }

    private Optional<Signer> signer(Mark mark) {
        return mark.fingerprint()
                .map(print -> new Signer(
                        new Thumbprint(print),
                        pins.stream()
                                .filter(pin -> pin.key().fingerprint().equals(print))
                                .map(PinnedOpenPgpKey::address)
                                .toList(),
                        ""));
    }
}
