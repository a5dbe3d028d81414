package org.spocgateway.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Partner;
import org.spocgateway.release.Explanation;
import org.spocgateway.release.Reason;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/** What would be decided for an address: an ordinary transfer of its kind, with everything in order that is not the address or the gate. */
final class ExplainAddress {
    private static final TransferId NOBODYS = new TransferId("0".repeat(26));

    private final Path config;
    private final Directory directory;
    private final PrintWriter out;

    ExplainAddress(Path config, Directory directory, PrintWriter out) {
        this.config = config;
        this.directory = directory;
        this.out = out;
    }

    /** In which case it is asked. */
    record Case(TransferKind kind, Gate gate, LocalDate day) {}

    int explain(String address, Case asked, boolean json) {
        Explanation explanation = MailAddress.parse(address)
                .map(usable -> ReleaseRules.read(config)
                        .explain(transfer(asked.kind(), usable), directory, asked.gate(), asked.day()))
                .orElseGet(() -> unusable(address));
        if (json) {
            out.println(Json.pretty(forMachines(address, explanation)));
        } else {
            print(address, explanation);
        }
        return explanation.verdict().equals("permitted") ? 0 : 1;
    }

    private Transfer transfer(TransferKind kind, MailAddress to) {
        boolean asks = kind == TransferKind.INFORMATION_REQUEST;
        Set<String> fields =
                asks && directory.at(to).orElse(null) instanceof Partner partner ? partner.fields() : Set.of();
        return new Transfer(
                NOBODYS,
                kind,
                to,
                directory.council().secureIdentity(),
                asks ? Set.of("known", "support", "vulnerability") : Set.of(),
                fields,
                kind != TransferKind.NOTICE,
                true,
                false,
                Marking.OFFICIAL_SENSITIVE,
                new Fingerprint("0".repeat(64)));
    }

    private Explanation unusable(String address) {
        String sentence = directory
                .lookalike(address)
                .map(found -> "not a mail address that can be used; it looks like " + found.resembles() + " ("
                        + found.way().words() + ")")
                .orElse("not a mail address that can be used: one name, one @, one domain, plain letters only");
        return new Explanation("refused", Optional.empty(), "", List.of(new Reason("R22", "4.6", sentence)), List.of());
    }

    private static Map<String, Object> forMachines(String address, Explanation explanation) {
        var map = new LinkedHashMap<String, Object>();
        map.put("to", address);
        map.put("verdict", explanation.verdict());
        map.put("transfer_channel", explanation.transferChannel().map(TransferChannel::word));
        map.put("because", explanation.because());
        map.put("reasons", explanation.reasons());
        map.put("values", explanation.values());
        return map;
    }

    private void print(String address, Explanation explanation) {
        String way = explanation.transferChannel().map(TransferChannel::word).orElse("nothing leaves");
        out.printf("%s: %s, %s%n", address, explanation.verdict(), way);
        if (!explanation.because().isEmpty()) {
            out.printf("  %s%n", explanation.because());
        }
        for (Reason reason : explanation.reasons()) {
            out.printf("  %-4s %s  (policy %s)%n", reason.rule(), reason.sentence(), reason.paragraph());
        }
        out.println();
        for (Explanation.Value value : explanation.values()) {
            out.printf("  %-24s %-34s %s%n", value.name(), value.value(), value.origin());
        }
    }
}
