package org.spocgateway.envelope;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/** Keys, envelopes and pins of the invented world, made once for all tests of this package. */
final class World {
    static final DemonstrationPki PKI =
            DemonstrationPki.make(Path.of("target", "test-pki", "envelope"), "for tests only");
    static final KeyRing RING =
            new KeyRing(List.of(ours(DemonstrationPki.SPOC_2025), ours(DemonstrationPki.SPOC_2026)));
    static final Envelopes ENVELOPES =
            new Envelopes(RING, List.of(PKI.smimeAuthority()), PKI.revocation(), Limits.USUAL, Clock.systemUTC());
    static final Pins PINS = new Pins(List.of(
            pin("prevent.referrals@northmere.police.uk", DemonstrationPki.NORTHMERE),
            pin("imran.whitlock@northmere.police.uk", DemonstrationPki.WHITLOCK),
            pin("larkhill.safeguarding@nhs.net", DemonstrationPki.LARKHILL)));

    private World() {}

    static Opening open(byte[] raw) {
        return ENVELOPES.open(raw, PINS);
    }

    static Opening openAgain(byte[] raw, List<Document> documents) {
        return ENVELOPES.open(Content.of(raw), PINS, Spool.inMemory(), documents);
    }

    static Unlock unlock(byte[] raw, List<Document> documents, String password) {
        return ENVELOPES.unlock(raw, documents, password.toCharArray());
    }

    static Opened opened(byte[] raw) {
        Opening opening = open(raw);
        if (opening instanceof Opened opened) {
            return opened;
        }
        throw new AssertionError("not opened: " + opening);
    }

    static KeyRing.OwnKey ours(String name) {
        return new KeyRing.OwnKey(name, PKI.keys(name).getPrivate(), PKI.certificate(name));
    }

    private static PinnedSigner pin(String address, String name) {
        return new PinnedSigner(new MailAddress(address), PKI.certificate(name));
    }
}
