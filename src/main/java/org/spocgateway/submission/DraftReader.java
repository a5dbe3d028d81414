package org.spocgateway.submission;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.spocgateway.casework.Addressee;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.NotApproved;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.directory.Directory;
import org.spocgateway.scanner.Scan;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** Turns outside text into a draft, or into every fault it has. */
@Component
class DraftReader {
    private final Cases cases;
    private final Directory directory;
    private final Vault vault;
    private final Scanner scanner;

    DraftReader(Cases cases, Directory directory, Vault vault, Scanner scanner) {
        this.cases = cases;
        this.directory = directory;
        this.vault = vault;
        this.scanner = scanner;
    }

    /** A draft, or every fault. */
    record Read(Optional<RequestDraft> draft, List<NotApproved.Fault> faults) {}

    Read read(AskedFor asked) {
        var faults = new ArrayList<NotApproved.Fault>();
        Optional<CaseId> caseId = CaseReference.in(text(asked.caseReference())).stream()
                .findFirst()
                .flatMap(cases::byReference);
        if (caseId.isEmpty()) {
            faults.add(new NotApproved.Fault(
                    "unknown-case", "There is no open case of this reference. Check caseReference."));
        }
        List<Addressee> addressees = addressees(list(asked.partners()), faults);
        LocalDate replyBy = day(text(asked.replyBy()), faults);
        Map<String, String> fields =
                caseId.map(id -> fields(id, list(asked.fields()), faults)).orElse(Map.of());
        List<byte[]> attached = attached(list(asked.attachments()), faults);
        attached.stream().flatMap(each -> stopped(each).stream()).forEach(faults::add);
        if (!faults.isEmpty()) {
            return new Read(Optional.empty(), faults);
        }
        var documents = new ArrayList<Outgoing.Document>();
        for (int i = 0; i < attached.size(); i++) {
            var each = list(asked.attachments()).get(i);
            documents.add(new Outgoing.Document(
                    text(each.name()), text(each.type()), vault.put(Holder.of(caseId.orElseThrow()), attached.get(i))));
        }
        return new Read(
                Optional.of(new RequestDraft(
                        caseId.orElseThrow(),
                        TransferKind.INFORMATION_REQUEST,
                        addressees,
                        list(asked.questions()),
                        text(asked.freeText()),
                        fields,
                        documents,
                        replyBy,
                        Marking.OFFICIAL_SENSITIVE)),
                List.of());
    }

    private List<Addressee> addressees(List<String> partners, List<NotApproved.Fault> faults) {
        var addressees = new ArrayList<Addressee>();
        for (int i = 0; i < partners.size(); i++) {
            String partner = partners.get(i);
            if (directory.byId(partner).isPresent()) {
                addressees.add(Addressee.of(partner));
            } else if (MailAddress.parse(partner).isPresent()) {
                addressees.add(Addressee.of(new MailAddress(partner)));
            } else {
                faults.add(new NotApproved.Fault(
                        "unknown-partner", "partners[" + i + "] is neither a directory id nor a usable mail address."));
            }
        }
        return addressees;
    }

    private Map<String, String> fields(CaseId id, List<String> names, List<NotApproved.Fault> faults) {
        Map<String, String> held = cases.facts(id).facts();
        var fields = new LinkedHashMap<String, String>();
        for (String name : names) {
            String value = held.get(name);
            if (value == null) {
                faults.add(new NotApproved.Fault(
                        "unknown-field", "The case holds no fact of one of the names in fields."));
            } else {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static LocalDate day(String text, List<NotApproved.Fault> faults) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            faults.add(new NotApproved.Fault("bad-day", "replyBy is a day such as 2026-12-01."));
            return LocalDate.MAX;
        }
    }

    private static List<byte[]> attached(List<AskedFor.Attached> attachments, List<NotApproved.Fault> faults) {
        var contents = new ArrayList<byte[]>();
        for (var each : attachments) {
            try {
                contents.add(Base64.getDecoder().decode(text(each.base64())));
            } catch (IllegalArgumentException e) {
                faults.add(new NotApproved.Fault("bad-attachment", "An attachment is not base64."));
            }
        }
        return contents;
    }

    /** Why the virus scanner does not let an attachment through. */
    private Optional<NotApproved.Fault> stopped(byte[] content) {
        try {
            Scan scan = scanner.scan(content);
            if (scan instanceof Scan.Infected) {
                return Optional.of(new NotApproved.Fault(
                        "infected-attachment", "The virus scanner knows an attachment as malicious."));
            }
            return scan instanceof Scan.TooLarge
                    ? Optional.of(new NotApproved.Fault(
                            "attachment-too-large", "An attachment is larger than the virus scanner takes."))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(new NotApproved.Fault(
                    "scanner-away", "The virus scanner does not answer. Try again in a few minutes."));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
