package org.spocgateway.intake;

import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.Step;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.BlobId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Page 20: accepted to opened or unopened. */
@Step
@Component("opening")
public class OpeningSteps {
    private final InboundRows rows;
    private final SealedFacts facts;
    private final Vault vault;
    private final Envelopes envelopes;
    private final Scanning scanning;
    private final ApprovedSigners signers;
    private final TransferLog log;
    private final TransactionTemplate transaction;

    OpeningSteps(
            InboundRows rows,
            SealedFacts facts,
            Vault vault,
            Envelopes envelopes,
            Scanning scanning,
            ApprovedSigners signers,
            TransferLog log,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.facts = facts;
        this.vault = vault;
        this.envelopes = envelopes;
        this.scanning = scanning;
        this.signers = signers;
        this.log = log;
        this.transaction = transaction;
    }

    /** Opens the message whole, or notes why not; the bytes stay as they came. */
    public void open(String id) {
        rows.find(new InboundId(id))
                .filter(row -> row.state() == InboundState.ACCEPTED)
                .ifPresent(row -> {
                    Content raw = new StoredContent(vault, row.raw());
                    Opening opening =
                            envelopes.open(raw, signers.directory(), new VaultSpool(vault, Holder.ofMessage(row.id())));
                    settle(row, scanned(row, raw, opening));
                });
    }

    /** What is malicious, or may be, is as good as unopened. */
    private Opening scanned(InboundRow row, Content raw, Opening opening) {
        Content content = opening instanceof Opened opened ? opened.content() : raw;
        return scanning.of(row.id(), raw, content).<Opening>map(Unopened::new).orElse(opening);
    }

    private void settle(InboundRow row, Opening opening) {
        if (opening instanceof Opened opened) {
            settle(row, opened, blob(row, opened.content()));
        } else {
            settle(row, (Unopened) opening);
        }
    }

    /** Plain mail is its own content, and large content is in the vault already. */
    private BlobId blob(InboundRow row, Content content) {
        return content instanceof StoredContent stored
                ? stored.id()
                : vault.put(Holder.ofMessage(row.id()), content.bytes());
    }

    private void settle(InboundRow row, Opened opened, BlobId content) {
        byte[] sealed = facts.seal(row.holder(), row.id(), OpeningFacts.of(opened));
        transaction.executeWithoutResult(status -> {
            if (!rows.opened(row.id(), content, sealed)) {
                return;
            }
            if (!content.equals(row.raw())) {
                vault.keep(content);
            }
            log.append(entry(row, opened));
        });
    }

    private static Entry entry(InboundRow row, Opened opened) {
        Entry entry = Entry.of(EntryType.INTAKE_OPENED, Direction.IN)
                .inbound(row.id())
                .with(Field.TO_STATE, InboundState.OPENED.word())
                .with(Field.SIGNATURE, opened.signature().word())
                .with(Field.CODE, opened.code())
                .with(Field.BOUND, opened.bound())
                .with(Field.SEALED, opened.wasSealed());
        opened.key().ifPresent(key -> entry.with(Field.KEY, key));
        opened.signer()
                .ifPresent(
                        signer -> entry.with(Field.SIGNER, signer.thumbprint().hex()));
        opened.layers().stream()
                .filter(layer -> layer.kind().contains("enveloped"))
                .findFirst()
                .ifPresent(layer -> entry.with(Field.ENCRYPTION, layer.algorithm()));
        return entry;
    }

    private void settle(InboundRow row, Unopened unopened) {
        transaction.executeWithoutResult(status -> {
            if (rows.unopened(row.id(), unopened.fault().name())) {
                log.append(Entry.of(EntryType.INTAKE_UNOPENED, Direction.IN)
                        .inbound(row.id())
                        .with(Field.TO_STATE, InboundState.UNOPENED.word())
                        .with(Field.CODE, unopened.fault().code()));
            }
        });
    }
}
