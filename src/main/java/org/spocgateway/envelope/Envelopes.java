package org.spocgateway.envelope;

import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.Head;
import org.spocgateway.envelope.openpgp.Bounds;
import org.spocgateway.envelope.openpgp.OpenPgp;

/** Opens messages: decrypts and verifies, never half-way. */
public final class Envelopes {
    /** OpenPGP is opened in memory, since its end is verified before anything comes out: 50 MB. */
    private static final long OPENPGP_MOST = 50_000_000;

    private final KeyRing ring;
    private final Decryption decryption;
    private final OpenPgp openPgp;
    private final Trust trust;
    private final Signers signers = new Signers();
    private final LatestPins pins = new LatestPins();
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
        this.ring = ring;
        this.decryption = new Decryption(ring);
        this.openPgp = new OpenPgp(ring.openPgp(), Bounds.of(Math.min(OPENPGP_MOST, limits.bytes())), clock);
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
        return open(Content.of(raw), directory, Spool.inMemory());
    }

    /**
     * The same for a message of any size: it is read in one pass, and large plain content goes to the spool.
     *
     * @throws UncheckedIOException if the message cannot be read from where it is kept, or the spool not written
     */
    public Opening open(Content raw, Directory directory, Spool spool) {
        return open(raw, pins.of(directory), spool, List.of());
    }

    Opening open(byte[] raw, Pins pins) {
        return open(Content.of(raw), pins, Spool.inMemory(), List.of());
    }

    /**
     * Opens again a message of which locked files were opened with a password: they count as open, and that it was so is noted.
     *
     * @param opened what came out of the locked files
     */
    public Opening openAgain(byte[] raw, List<Document> opened, Directory directory) {
        return open(Content.of(raw), pins.of(directory), Spool.inMemory(), opened);
    }

    Opening open(Content raw, Pins pins, Spool spool, List<Document> documents) {
        try {
            return Guarded.read(() -> opened(raw, pins, spool, documents));
        } catch (UnreadableMail e) {
            return new Unopened(e.fault(), e.recipients());
        } catch (IOError e) {
            throw new UncheckedIOException("a message cannot be read, or not be written, where it is kept", cause(e));
        }
    }

    private static IOException cause(IOError error) {
        return error.getCause() instanceof IOException cause ? cause : new IOException(error.getCause());
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
                Opened mail = unwrapped(Content.of(raw), new Pins(List.of()), Spool.inMemory());
                return new Unlocking().all(ReadMail.of(mail.content(), limits), opened, password);
            });
        } catch (UnreadableMail e) {
            return new Unlock.StillLocked(e.fault());
        }
    }

    private Opening opened(Content raw, Pins pins, Spool spool, List<Document> documents) throws Exception {
        Opened opened = unwrapped(raw, pins, spool);
        Optional<Fault> locked = Locked.in(ReadMail.of(opened.content(), limits), documents);
        return locked.isPresent() ? new Unopened(locked.get()) : Remarks.with(opened, documents);
    }

    private Opened unwrapped(Content raw, Pins pins, Spool spool) throws Exception {
        Head head = head(raw);
        Sender sender = Sender.of(head.bytes(), ReadMail.from(head.bytes()), pins);
        var verification = new Verification(trust, signers, new Binding(pins, sender.address()), clock);
        var signer = new PgpSigner(pins.openPgp(), sender.address());
        var headers = new ProtectedHeaders(head, sender.address(), ring);
        return Remarks.with(new Unwrapping(readers(verification, signer), limits, spool, headers).all(raw), sender);
    }

    private static Head head(Content raw) throws IOException {
        try (var in = Source.blocks(raw)) {
            return Entity.of(in).head();
        }
    }

    private List<LayerReader> readers(Verification verification, PgpSigner signer) {
        return List.of(
                new SmimeLayers(decryption, verification, limits), new PgpLayers(openPgp, signer), new UnknownLayers());
    }
}
