package org.spocgateway.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spocgateway.intake.Erasing;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases a case: keys, rows, indexes, drafts, packages and letters in one transaction, with a certificate. The keys that still stand in a
 * backup end with their key epoch.
 */
@Component
public class Purging {
    private static final Duration FINAL_WITHIN = Duration.ofDays(35);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final List<String> REMAINS = List.of(
            "reviews: reference, day and owner",
            "decisions of the rules: ids, words and hashes, without sentences and message fingerprints",
            "openings of the gate: way, kind, grade, who and when",
            "the transfer log, whole: no name, address, subject, file name or text ever stood in it",
            "mail in the mailbox's own folders and backups of the mail server: not the gateway's; their own retention holds");

    private final GateRows gates;
    private final StandingRows standings;
    private final CaseMoves moves;
    private final CaseRows cases;
    private final ReviewRows reviews;
    private final CaseRemains remains;
    private final Erasing erasing;
    private final PurgeCertificates certificates;
    private final Vault vault;
    private final TransferLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Purging(
            GateRows gates,
            StandingRows standings,
            CaseMoves moves,
            CaseRows cases,
            ReviewRows reviews,
            CaseRemains remains,
            Erasing erasing,
            PurgeCertificates certificates,
            Vault vault,
            TransferLog log,
            ApplicationEventPublisher events,
            TransactionTemplate transactions,
            Clock clock) {
        this.gates = gates;
        this.standings = standings;
        this.moves = moves;
        this.cases = cases;
        this.reviews = reviews;
        this.remains = remains;
        this.erasing = erasing;
        this.certificates = certificates;
        this.vault = vault;
        this.log = log;
        this.events = events;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The id of the certificate; empty when the case is not due, or a legal hold stands in its way. */
    public Optional<String> purge(CaseId id, Actor by) {
        return Objects.requireNonNull(transactions.execute(status -> {
            gates.lock(id);
            CaseStanding standing = standings.get(id);
            boolean may = CaseConditions.against(CaseEvent.PURGE, new CaseConditions.Known(standing, false, false))
                            .isEmpty()
                    && CaseTable.next(standing.state(), CaseEvent.PURGE).isPresent();
            return may ? Optional.of(erase(id, by)) : Optional.<String>empty();
        }));
    }

    /** The entry is made first: its tag needs the key that goes. The listeners need the rows that go. */
    private String erase(CaseId id, Actor by) {
        var told = new LinkedHashMap<String, Object>();
        String certificate = certificates.newId();
        CaseRow row = cases.get(id);
        told.put("certificate", certificate);
        told.put("case", row.reference().value());
        told.put("opened", row.openedAt().atZone(ZoneOffset.UTC).toLocalDate().toString());
        told.put("erased_at", clock.instant().toString());
        told.put("erased_by", by.role().name().toLowerCase(java.util.Locale.ROOT) + ":" + by.ref());
        told.put("ground", "retention");
        vault.tagSecret(Holder.of(id)); // so that a key that another node erased shows before anything goes
        moves.follows(id, CaseEvent.PURGE, by);

        var event = new CaseErased(id, new TreeSet<>(java.util.Comparator.comparing(TransferId::value)));
        events.publishEvent(event);
        List<InboundId> messages = erasing.all(id);
        Map<String, Integer> rows = remains.delete(id);
        List<Holder> holders = holders(id, messages, List.copyOf(event.taken()));

        told.put("messages", messages.stream().map(InboundId::value).toList());
        told.put("transfers", event.taken().stream().map(TransferId::value).toList());
        told.put("rows", rows);
        told.put("keys", holders.size());
        told.put("reviews", reviews.of(id));
        told.put("remains", REMAINS);
        told.put(
                "final_when",
                "the key epochs of these keys are destroyed, at the latest "
                        + clock.instant()
                                .plus(FINAL_WITHIN)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate()
                        + " while the gateway runs");
        String sha256 = certificates.keep(certificate, id, JSON.writeValueAsString(told), holders);
        log.append(Entry.of(EntryType.ERASED_HOLDER, Direction.INTERNAL)
                .aboutCase(id)
                .by(by)
                .with(Field.KIND, "case")
                .with(Field.REASON, "retention")
                .with(Field.COUNT, holders.size())
                .with(Field.CERTIFICATE, sha256));
        vault.erase(Holder.of(id));
        return certificate;
    }

    private static List<Holder> holders(CaseId id, List<InboundId> messages, List<TransferId> transfers) {
        var holders = new ArrayList<Holder>();
        holders.add(Holder.of(id));
        messages.stream().map(Holder::ofMessage).forEach(holders::add);
        transfers.stream()
                .flatMap(each -> Stream.of(Holder.ofSent(each), Holder.ofPackage(each)))
                .forEach(holders::add);
        return holders;
    }
}
