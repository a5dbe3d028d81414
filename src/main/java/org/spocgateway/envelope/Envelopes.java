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
        return open(raw, pins, List.of());
    }

    /**
     * Opens again a message of which locked files were opened with a password: they count as open, and that it was so is noted.
     *
     * @param opened what came out of the locked files
     */
    public Opening openAgain(byte[] raw, List<Document> opened, Directory directory) {
        return open(raw, Pins.of(directory), opened);
    }

    Opening open(byte[] raw, Pins pins, List<Document> documents) {
        try {
            return Guarded.read(() -> opened(raw, pins, documents));
        } catch (UnreadableMail e) {
            return new Unopened(e.fault(), e.recipients());
        }
    }

    /**
     * Tries a password on every locked file of a message; it proves nothing about the sender.
     *
     * @param opened what came out of locked files before
     * @param password not changed, not kept; the caller clears it
     */
    public Unlock unlock(byte[] raw, List<Document> opened, char[] password) {
        try {
            return Guarded.read(() -> {
                ReadMail outer = ReadMail.of(raw, limits);
                ReadMail inner = inner(outer, unwrapped(raw, outer, new Pins(List.of())));
                return new Unlocking().all(inner, opened, password);
            });
        } catch (UnreadableMail e) {
            return new Unlock.StillLocked(e.fault());
        }
    }

    private Opening opened(byte[] raw, Pins pins, List<Document> documents) throws Exception {
        ReadMail outer = ReadMail.of(raw, limits);
        Opened opened = unwrapped(raw, outer, pins);
        Optional<Fault> locked = Locked.in(inner(outer, opened), documents);
        return locked.isPresent() ? new Unopened(locked.get()) : Remarks.with(opened, documents);
    }

    private Opened unwrapped(byte[] raw, ReadMail outer, Pins pins) throws Exception {
        Sender sender = Sender.of(raw, outer.from(), pins);
        var verification = new Verification(trust, new Binding(pins, sender.address()), clock);
        return Remarks.with(new Unwrapping(readers(verification), limits).all(raw), sender);
    }

    private ReadMail inner(ReadMail outer, Opened opened) {
        return opened.layers().isEmpty() ? outer : ReadMail.of(opened.content(), limits);
    }

    private List<LayerReader> readers(Verification verification) {
        return List.of(new SmimeLayers(decryption, verification), new UnknownLayers());
    }
}
