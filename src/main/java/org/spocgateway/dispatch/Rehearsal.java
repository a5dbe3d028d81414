package org.spocgateway.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.directory.Directory;
import org.spocgateway.dispatch.DecisionRecord.Way;
import org.spocgateway.release.Decision;
import org.spocgateway.release.Permitted;
import org.spocgateway.release.Reason;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts every recorded decision to other rules or another directory, by the same engine; nothing is sent, stored or changed. */
@Component
public class Rehearsal {
    private static final Fingerprint NO_CONTENT = new Fingerprint("0".repeat(64));

    private final DecisionRows rows;
    private final TransferRows transfers;
    private final SealedWords sealed;

    /** Over this database; needs nothing that runs. */
    public Rehearsal(JdbcClient db, Vault vault) {
        rows = new DecisionRows(db);
        transfers = new TransferRows(db);
        sealed = new SealedWords(vault);
    }

    /**
     * A decision that would be another one.
     *
     * @param then what it was, such as {@code permitted gcsx (modern, R19)}
     * @param now what it would be
     * @param reasons every reason against it now
     */
    public record Difference(String transfer, Instant at, String kind, String then, String now, List<Reason> reasons) {}

    /**
     * What came of it.
     *
     * @param replayed how many decisions were put to the rules
     * @param erased how many could not be, since their case was erased
     */
    public record Outcome(int replayed, int erased, List<Difference> differences) {}

    /** Replays every decision on the facts, gate and day of its time. */
    public Outcome replay(ReleaseRules rules, Directory directory) {
        var differences = new ArrayList<Difference>();
        int erased = 0;
        List<DecisionRecord> all = rows.all();
        for (DecisionRecord row : all) {
            Optional<MailAddress> recipient =
                    transfers.find(row.transfer()).filter(sealed::isReadable).map(sealed::recipient);
            if (recipient.isEmpty()) {
                erased++;
                continue;
            }
            Transfer transfer = transfer(row, recipient.get(), directory);
            Decision now = rules.decide(transfer, directory, row.gate(), row.day());
            if (isOther(row, now)) {
                differences.add(difference(row, now));
            }
        }
        return new Outcome(all.size() - erased, erased, differences);
    }

    private static Transfer transfer(DecisionRecord row, MailAddress recipient, Directory directory) {
        return new Transfer(
                row.transfer(),
                row.kind(),
                recipient,
                directory.council().spocMailbox(),
                Set.copyOf(row.questions()),
                Set.copyOf(row.fields()),
                row.personal(),
                row.receivedSecurely(),
                row.callMissing(),
                row.marking(),
                NO_CONTENT);
    }

    private static boolean isOther(DecisionRecord row, Decision now) {
        return !row.verdict().equals(DecisionRecords.verdict(now))
                || !row.way().equals(way(now))
                || !row.objections().equals(TransferEntries.ruleIds(DecisionRecords.reasons(now)));
    }

    private static Difference difference(DecisionRecord row, Decision now) {
        return new Difference(
                row.transfer().value(),
                row.at(),
                row.kind().word(),
                words(row.verdict(), row.way(), row.objections()),
                words(DecisionRecords.verdict(now), way(now), TransferEntries.ruleIds(DecisionRecords.reasons(now))),
                DecisionRecords.reasons(now));
    }

    private static Way way(Decision now) {
        return now instanceof Permitted permitted ? Way.of(permitted) : Way.NONE;
    }

    private static String words(String verdict, Way way, List<String> objections) {
        return way.transferChannel().isEmpty()
                ? verdict + " (" + String.join(", ", objections) + ")"
                : "%s %s (%s%s%s, %s)"
                        .formatted(
                                verdict,
                                way.transferChannel(),
                                way.profile(),
                                way.nextHop().isEmpty() ? "" : " by " + way.nextHop(),
                                way.sealed() ? ", sealed" : "",
                                way.rule());
    }
}
