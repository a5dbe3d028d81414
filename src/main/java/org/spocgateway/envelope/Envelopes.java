package org.spocgateway.envelope;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;

/** Opens messages: decrypts and verifies, never half-way. */
public final class Envelopes {
    private final Decryption decryption;
    private final Trust trust;
    private final Limits limits;
    private final Clock clock;

    /**
     * @param ring our own keys
     * @param authorities certificates that a signer's chain may end in
     * @param clock the moment at which a signature without a signing time is judged
     */
    public Envelopes(KeyRing ring, Collection<X509Certificate> authorities, Limits limits, Clock clock) {
        this(ring, authorities, Revocation.WITHOUT_SOURCES, limits, clock);
    }

    /** @param revocation where to learn whether a certificate was withdrawn */
    public Envelopes(
            KeyRing ring, Collection<X509Certificate> authorities, Revocation revocation, Limits limits, Clock clock) {
        this.decryption = new Decryption(ring);
        this.trust = new Trust(authorities, revocation);
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Opens the exact bytes of a message. Whatever is wrong with them is a value, never an exception.
     *
     * @param raw the message as it stood in the mailbox
     * @param directory where signers are pinned
     */
    public Opening open(byte[] raw, Directory directory) {
        return open(raw, Pins.of(directory));
    }

    Opening open(byte[] raw, Pins pins) {
        try {
            return Guarded.read(() -> opened(raw, pins));
        } catch (UnreadableMail e) {
            return new Unopened(e.fault(), e.recipients());
        }
    }

    private Opening opened(byte[] raw, Pins pins) throws Exception {
        ReadMail outer = ReadMail.of(raw, limits);
        Sender sender = Sender.of(raw, outer.from());
        var verification = new Verification(trust, new Binding(pins, sender.address()), clock);
        Opened opened = Remarks.with(new Unwrapping(readers(verification), limits).all(raw), sender);
        ReadMail inner = opened.layers().isEmpty() ? outer : ReadMail.of(opened.content(), limits);
        Optional<Fault> locked = Locked.in(inner);
        return locked.isPresent() ? new Unopened(locked.get()) : opened;
    }

    private List<LayerReader> readers(Verification verification) {
        return List.of(new SmimeLayers(decryption, verification), new UnknownLayers());
    }
}
