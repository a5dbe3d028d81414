package org.spocgateway.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spocgateway.release.FrozenDecision;
import org.spocgateway.release.Reason;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** The sealed columns of a transfer: recipient, decision and reasons, each under the key of its case. */
@Component
class SealedWords {
    private static final String RECIPIENT = "transfer.recipient";
    private static final String DECISION = "transfer.decision";
    private static final String REASONS = "transfer.reasons";
    private static final String AGAINST = "transfer_decision.reasons";
    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    byte[] recipient(CaseId caseId, TransferId id, MailAddress recipient) {
        return vault.seal(Holder.of(caseId), RECIPIENT, id.value(), recipient.value());
    }

    /** False once the case was erased. */
    boolean isReadable(TransferRow row) {
        return !vault.isErased(Holder.of(row.caseId()));
    }

    MailAddress recipient(TransferRow row) {
        return new MailAddress(
                vault.unseal(Holder.of(row.caseId()), RECIPIENT, row.id().value(), row.recipient()));
    }

    byte[] decision(TransferRow row, FrozenDecision frozen) {
        String lines = String.join(
                "\n",
                frozen.party(),
                frozen.transferChannel().word(),
                frozen.profile(),
                frozen.nextHop(),
                Boolean.toString(frozen.seal()),
                frozen.rule(),
                frozen.because().replace('\n', ' '),
                frozen.ruleSetHash(),
                frozen.directoryHash(),
                frozen.content().hex());
        return vault.seal(Holder.of(row.caseId()), DECISION, row.id().value(), lines);
    }

    /** The decision as it was frozen; only for a row that was permitted once. */
    FrozenDecision decision(TransferRow row) {
        byte[] sealed = row.decision();
        if (sealed == null) {
            throw new IllegalStateException("a transfer that was never permitted has no decision");
        }
        String[] lines = vault.unseal(
                        Holder.of(row.caseId()), DECISION, row.id().value(), sealed)
                .split("\n", -1);
        return new FrozenDecision(
                lines[0],
                TransferChannel.of(lines[1]),
                lines[2],
                lines[3],
                Boolean.parseBoolean(lines[4]),
                lines[5],
                lines[6],
                lines[7],
                lines[8],
                new Fingerprint(lines[9]));
    }

    byte[] reasons(TransferRow row, List<Reason> reasons) {
        return vault.seal(Holder.of(row.caseId()), REASONS, row.id().value(), lines(reasons));
    }

    List<Reason> reasons(TransferRow row) {
        byte[] sealed = row.reasons();
        return sealed == null
                ? List.of()
                : reasons(
                        vault.unseal(Holder.of(row.caseId()), REASONS, row.id().value(), sealed));
    }

    /** The reasons of one recorded decision; {@code decision} is its id. */
    byte[] against(TransferRow row, String decision, List<Reason> reasons) {
        return vault.seal(Holder.of(row.caseId()), AGAINST, decision, lines(reasons));
    }

    List<Reason> against(CaseId caseId, String decision, byte[] sealed) {
        return reasons(vault.unseal(Holder.of(caseId), AGAINST, decision, sealed));
    }

    private static String lines(List<Reason> reasons) {
        return reasons.stream()
                .map(each -> each.rule() + "\t" + each.paragraph() + "\t"
                        + each.sentence().replace('\n', ' '))
                .collect(Collectors.joining("\n"));
    }

    private static List<Reason> reasons(String lines) {
        var reasons = new ArrayList<Reason>();
        for (String line : lines.split("\n", -1)) {
            String[] parts = line.split("\t", 3);
            reasons.add(new Reason(parts[0], parts[1], parts[2]));
        }
        return reasons;
    }
}
