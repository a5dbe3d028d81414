package org.spocgateway.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.classification.Classified;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.spocgateway.work.Work;
import org.springframework.stereotype.Component;

/** The record of every inbound message, for the packages that file, show and forward it. */
@Component
public class Intake {
    private static final List<String> IN_FRONT_OF_A_PERSON =
            List.of(InboundState.WAITING.word(), InboundState.QUARANTINED.word());

    private final InboundRows rows;
    private final SealedFacts facts;
    private final DocumentRows documents;
    private final Vault vault;
    private final Work work;

    Intake(InboundRows rows, SealedFacts facts, DocumentRows documents, Vault vault, Work work) {
        this.rows = rows;
        this.facts = facts;
        this.documents = documents;
        this.vault = vault;
        this.work = work;
    }

    /** One message. */
    public Optional<Inbound> find(InboundId id) {
        return rows.find(id).map(this::inbound);
    }

    /** Everything in front of a person: waiting, unopened, quarantined; oldest first. */
    public List<Inbound> inFrontOfAPerson() {
        return rows.inStates(IN_FRONT_OF_A_PERSON).stream().map(this::inbound).toList();
    }

    /** Everything put away as noise, which a person may bring back; oldest first. */
    public List<Inbound> setAside() {
        return rows.inStates(List.of(InboundState.SET_ASIDE.word())).stream()
                .map(this::inbound)
                .toList();
    }

    /**
     * The message as a person reads it: the opened content under the header it came with, or the raw bytes where it was not opened. The
     * subject is the one that the sender protected, where there is one.
     *
     * @throws UnreadableMail if nobody can read it, or may: it is malicious or was not scanned; its bytes are kept
     */
    public ReadMail mail(InboundId id) {
        InboundRow row = safe(id);
        Content raw = new StoredContent(vault, row.raw());
        Optional<BlobId> opened = row.opened().filter(blob -> !blob.equals(row.raw()));
        if (opened.isEmpty()) {
            return ReadMail.of(raw);
        }
        Content content = new StoredContent(vault, opened.get());
        Opened how = facts.opening(row).orElseThrow().with(content);
        return ReadMail.of(content).in(ReadMail.header(raw), how);
    }

    /** The innermost MIME entity of an opened message, for forwarding; empty where it was not opened or was plain. */
    public Optional<byte[]> openedContent(InboundId id) {
        InboundRow row = safe(id);
        return row.opened().filter(blob -> !blob.equals(row.raw())).map(vault::read);
    }

    /** The exact bytes as they arrived, but not of what the scanner stopped. */
    public byte[] raw(InboundId id) {
        return vault.read(safe(id).raw());
    }

    private InboundRow safe(InboundId id) {
        InboundRow row = rows.find(id).orElseThrow();
        if (row.contentErased()) {
            throw new ContentErased();
        }
        row.fault().flatMap(Intake::fault).filter(Fault::isFromScanner).ifPresent(fault -> {
            throw new UnreadableMail(fault);
        });
        return row;
    }

    /**
     * What the scanner stopped comes to rest in quarantine, in the running transaction.
     *
     * @return false if somebody else was here
     */
    public boolean sealOff(InboundId id, InboundState from) {
        return rows.sealOff(id, from);
    }

    /** Sends a message that the scanner stopped back to be scanned once more, in the running transaction. */
    public boolean scanAgain(InboundId id, InboundState from) {
        boolean isStopped = rows.find(id)
                .flatMap(InboundRow::fault)
                .flatMap(Intake::fault)
                .filter(Fault::isFromScanner)
                .isPresent();
        if (!isStopped || !rows.scanAgain(id, from)) {
            return false;
        }
        work.wake(InboundTable.TASK, id.value());
        return true;
    }

    /** Sends a waiting message back to be verified and sorted by what the directory knows now, in the running transaction. */
    public boolean verifyAgain(InboundId id) {
        boolean isSent = rows.verifyAgain(id);
        if (isSent) {
            work.wake(InboundTable.TASK, id.value());
        }
        return isSent;
    }

    /** How many messages were taken in and wait for something outside: the virus scanner. */
    public int held() {
        return rows.held();
    }

    /**
     * Files the message on a case in the running transaction: state and case; what is known of it is sealed for the case, and its content
     * stays under a key of its own, which may go before the case does.
     *
     * @return false if the row was not in {@code from}: somebody else was here, stop silently
     */
    public boolean file(InboundId id, InboundState from, CaseId onto) {
        InboundRow row = rows.find(id).orElseThrow();
        Holder holder = Holder.of(onto);
        byte[] opening =
                facts.opening(row).map(each -> facts.seal(holder, id, each)).orElse(null);
        byte[] classified =
                facts.classified(row).map(each -> facts.seal(holder, id, each)).orElse(null);
        if (!rows.filed(id, from, onto.value(), holder.name(), opening, classified)) {
            return false;
        }
        documents.refile(row, holder);
        return true;
    }

    /** Puts the message in front of a person in the running transaction; {@code why} is one word. */
    public boolean waitForPerson(InboundId id, InboundState from, String why) {
        return rows.rest(id, from, InboundState.WAITING, why);
    }

    /** Puts noise away in the running transaction; {@code why} is one word. */
    public boolean setAside(InboundId id, InboundState from, String why) {
        return rows.rest(id, from, InboundState.SET_ASIDE, why);
    }

    private Inbound inbound(InboundRow row) {
        Optional<OpeningFacts> opening = facts.opening(row);
        Optional<Classified> classified = facts.classified(row);
        return new Inbound(
                row.id(),
                row.account(),
                row.receivedAt(),
                row.sizeBytes(),
                row.state(),
                row.raw(),
                row.opened(),
                row.fault().flatMap(Intake::fault),
                opening.map(OpeningFacts::signature),
                opening.flatMap(OpeningFacts::key),
                opening.flatMap(OpeningFacts::signer),
                opening.map(OpeningFacts::verified).orElse(false)
                        && classified.stream()
                                .flatMap(each -> each.codes().stream())
                                .noneMatch(each -> each.effect().denies()),
                codes(opening, classified),
                classified,
                row.caseId(),
                row.waitingFor(),
                row.linkedTo(),
                row.suppressed(),
                row.contentErased());
    }

    private static List<Fault> codes(Optional<OpeningFacts> opening, Optional<Classified> classified) {
        return Fault.ofCodes(Stream.concat(
                        opening.stream().flatMap(each -> each.findings().stream()),
                        classified.stream().flatMap(each -> each.codes().stream()))
                .map(Fault::code)
                .toList());
    }

    /** A row's fault as one of the ways mail fails to open; what was quarantined for a reason that nobody foresaw is told as such. */
    private static Optional<Fault> fault(String stored) {
        for (Fault each : Fault.values()) {
            if (each.name().equals(stored) || each.code().equals(stored)) {
                return Optional.of(each);
            }
        }
        return Optional.of(Fault.UNEXPECTED);
    }
}
