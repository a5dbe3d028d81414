package org.spocgateway.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spocgateway.envelope.Document;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Unlock;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Work;
import org.spocgateway.work.WorldAway;
import org.springframework.stereotype.Component;

/**
 * Opens locked files of a message with a password that an officer typed.
 *
 * <p>The password is used once and not kept; what comes out goes straight into the sealed store, and the message as it came stays.
 * Once nothing is locked any more the message goes again through pages 30 and 40.
 */
@Component
public class Passwords {
    private final InboundRows rows;
    private final DocumentRows documents;
    private final SealedFacts facts;
    private final Vault vault;
    private final Envelopes envelopes;
    private final ApprovedSigners signers;
    private final Scanning scanning;
    private final Work work;

    Passwords(
            InboundRows rows,
            DocumentRows documents,
            SealedFacts facts,
            Vault vault,
            Envelopes envelopes,
            ApprovedSigners signers,
            Scanning scanning,
            Work work) {
        this.rows = rows;
        this.documents = documents;
        this.facts = facts;
        this.vault = vault;
        this.envelopes = envelopes;
        this.signers = signers;
        this.scanning = scanning;
        this.work = work;
    }

    /**
     * What came of a password, before anything is written down.
     *
     * @param whole the message, if nothing of it is locked any more
     */
    public record Tried(
            InboundRow row, Unlock unlock, List<BlobId> blobs, Optional<Opened> whole, Optional<BlobId> content) {
        /** The state that the message has now. */
        public InboundState from() {
            return row.state();
        }

        /** Why nothing opened. */
        public Optional<Fault> fault() {
            return unlock instanceof Unlock.StillLocked still ? Optional.of(still.fault()) : Optional.empty();
        }

        /** What the files were locked with. */
        public String algorithm() {
            return unlock instanceof Unlock.Unlocked unlocked ? unlocked.algorithm() : "";
        }

        /** How many files are still locked. */
        public int left() {
            return unlock instanceof Unlock.Unlocked unlocked ? unlocked.left() : 0;
        }

        @Override
        public String toString() {
            return "Tried[" + row.id() + "]";
        }
    }

    /** Whether a password may open something here. */
    public boolean mayOpen(InboundId id) {
        return rows.find(id).filter(Passwords::isLocked).isPresent();
    }

    /** Tries it; no transaction runs meanwhile. The password is cleared in any case; empty if nothing here waits for one. */
    public Optional<Tried> tryOn(InboundId id, char[] password) {
        try {
            return rows.find(id).filter(Passwords::isLocked).map(row -> tried(row, password));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static boolean isLocked(InboundRow row) {
        boolean atRest = row.state() == InboundState.WAITING
                || row.state() == InboundState.FILED
                || row.state() == InboundState.SET_ASIDE;
        return atRest && row.fault().filter(Fault.PASSWORD_FILE.name()::equals).isPresent();
    }

    private Tried tried(InboundRow row, char[] password) {
        byte[] raw = vault.read(row.raw());
        List<Document> before = documents.documents(row);
        Unlock unlock = envelopes.unlock(raw, before, password);
        if (!(unlock instanceof Unlock.Unlocked unlocked)) {
            return new Tried(row, unlock, List.of(), Optional.empty(), Optional.empty());
        }
        Optional<Fault> stopped = stopped(row, unlocked.documents());
        if (stopped.isPresent()) {
            return new Tried(row, new Unlock.StillLocked(stopped.get()), List.of(), Optional.empty(), Optional.empty());
        }
        List<BlobId> blobs = unlocked.documents().stream()
                .map(each -> documents.store(Holder.ofMessage(row.id()), each))
                .toList();
        List<Document> all = new ArrayList<>(before);
        all.addAll(unlocked.documents());
        Optional<Opened> whole = envelopes.openAgain(raw, all, signers.directory()) instanceof Opened opened
                ? Optional.of(opened)
                : Optional.empty();
        return new Tried(row, unlock, blobs, whole, whole.map(opened -> content(row, raw, opened)));
    }

    /** What came out is scanned before anything of it is kept. */
    private Optional<Fault> stopped(InboundRow row, List<Document> documents) {
        try {
            return scanning.of(row.id(), documents);
        } catch (WorldAway e) {
            return Optional.of(Fault.SCAN_AWAY);
        }
    }

    /** Seals off a message in which a malicious file came out, in the running transaction; false if somebody else was here. */
    public boolean sealOff(Tried tried) {
        return tried.fault()
                .filter(fault -> rows.markInfected(tried.row().id(), tried.row().state(), fault.name()))
                .isPresent();
    }

    private BlobId content(InboundRow row, byte[] raw, Opened opened) {
        byte[] content = opened.content().bytes();
        return Arrays.equals(raw, content) ? row.raw() : vault.put(Holder.ofMessage(row.id()), content);
    }

    /**
     * Makes what opened part of the message, in the running transaction.
     *
     * @return the ids of the documents; empty if somebody else was here, then the transaction is abandoned
     */
    public List<String> keep(Tried tried, String officer) {
        List<Document> opened = tried.unlock() instanceof Unlock.Unlocked unlocked ? unlocked.documents() : List.of();
        int number = documents.count(tried.row().id());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < opened.size(); i++) {
            String id = documents.insert(
                    tried.row(), number + i, opened.get(i), tried.blobs().get(i), officer);
            if (id.isEmpty()) {
                return List.of();
            }
            ids.add(id);
        }
        return tried.whole().isEmpty() || reopened(tried) ? ids : List.of();
    }

    private boolean reopened(Tried tried) {
        InboundRow row = tried.row();
        BlobId content = tried.content().orElseThrow();
        byte[] sealed =
                facts.seal(row.holder(), row.id(), OpeningFacts.of(tried.whole().orElseThrow()));
        if (!rows.reopened(row.id(), row.state(), content, sealed)) {
            return false;
        }
        if (!content.equals(row.raw())) {
            vault.keep(content);
        }
        work.wake(InboundTable.TASK, row.id().value());
        return true;
    }

    /** Counts a password that did not open anything, in the running transaction; returns how many there were. */
    public int countWrong(InboundId id) {
        return rows.countWrongPassword(id);
    }

    /** How many passwords did not open anything so far. */
    public int attempts(InboundId id) {
        return rows.wrongPasswords(id);
    }

    /** The files of a message that were opened, in order. */
    public List<OpenedFile> files(InboundId id) {
        return seen(id).map(documents::files).orElse(List.of());
    }

    /** The same with their content. */
    public List<Document> documents(InboundId id) {
        return seen(id).map(documents::documents).orElse(List.of());
    }

    private Optional<InboundRow> seen(InboundId id) {
        return rows.find(id)
                .filter(row -> row.fault().filter(Fault.INFECTED.name()::equals).isEmpty());
    }
}
