package org.spocgateway.intake;

import java.util.List;
import java.util.Optional;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.Classifier;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Document;
import org.spocgateway.envelope.Documents;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Step;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Page 30: opened or unopened to classified. */
@Step
@Component("classifying")
public class ClassifyingSteps {
    private final InboundRows rows;
    private final SealedFacts facts;
    private final DocumentRows documents;
    private final PasswordMail passwordMail;
    private final Vault vault;
    private final Classifier classifier;
    private final Directory directory;
    private final ApprovedSigners signers;
    private final TransferLog log;
    private final TransactionTemplate transaction;

    ClassifyingSteps(
            InboundRows rows,
            SealedFacts facts,
            DocumentRows documents,
            PasswordMail passwordMail,
            Vault vault,
            Classifier classifier,
            Directory directory,
            ApprovedSigners signers,
            TransferLog log,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.facts = facts;
        this.documents = documents;
        this.passwordMail = passwordMail;
        this.vault = vault;
        this.classifier = classifier;
        this.directory = directory;
        this.signers = signers;
        this.log = log;
        this.transaction = transaction;
    }

    /** Says what kind of message it is, with the evidence; nothing in its text acts as an instruction. */
    public void classify(String id) {
        rows.find(new InboundId(id))
                .filter(row -> row.state() == InboundState.OPENED || row.state() == InboundState.UNOPENED)
                .ifPresent(row -> {
                    ReadMail outer = ReadMail.of(new StoredContent(vault, row.raw()));
                    settle(row, outer.from(), classified(row, outer));
                });
    }

    private Classified classified(InboundRow row, ReadMail outer) {
        if (row.state() == InboundState.UNOPENED) {
            Opening unopened = new Unopened(Fault.valueOf(row.fault().orElseThrow()));
            return classifier.classify(unopened, outer, outer, signers.directory());
        }
        Content content = new StoredContent(vault, row.opened().orElseThrow());
        Opening opened = facts.opening(row).orElseThrow().with(content);
        ReadMail inner = row.opened().orElseThrow().equals(row.raw()) ? outer : ReadMail.of(content);
        List<Document> files = documents.documents(row);
        List<String> words =
                files.stream().flatMap(each -> Documents.words(each).stream()).toList();
        return classifier.classify(opened, outer, Documents.with(inner, files), words, signers.directory());
    }

    private void settle(InboundRow row, Optional<MailAddress> sender, Classified classified) {
        byte[] sealed = facts.seal(row.holder(), row.id(), classified);
        transaction.executeWithoutResult(status -> {
            if (rows.classified(row.id(), row.state(), sealed)) {
                passwordMail.note(row.id(), sender, classified);
                var entry = entry(sender, classified.grade())
                        .inbound(row.id())
                        .with(Field.TO_STATE, InboundState.CLASSIFIED.word())
                        .with(Field.KIND, classified.kind().id())
                        .with(Field.RULE, classified.rule())
                        .with(Field.GRADE, classified.grade().name())
                        .with(Field.URGENT, classified.urgent());
                classified.codes().stream().findFirst().ifPresent(code -> entry.with(Field.CODE, code.code()));
                log.append(entry);
            }
        });
    }

    /** The domain is what the message says; whose it is goes into the log only where the arrival grade lets us believe it. */
    private Entry entry(Optional<MailAddress> sender, ArrivalGrade grade) {
        var entry = Entry.of(EntryType.INTAKE_CLASSIFIED, Direction.IN);
        sender.ifPresent(entry::from);
        sender.filter(address -> grade.compareTo(ArrivalGrade.C) <= 0)
                .flatMap(directory::at)
                .ifPresent(party -> entry.organisation(party.id()));
        return entry;
    }
}
