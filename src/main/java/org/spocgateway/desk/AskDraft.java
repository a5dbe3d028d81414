package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.casework.Addressee;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;

/** A request to partners while an officer puts it together; it lives in the session and is gone with it. */
final class AskDraft {
    private final CaseId caseId;
    private final String key;
    private List<String> partners = List.of();
    private Optional<MailAddress> address = Optional.empty();
    private List<String> questions;
    private String freeText = "";
    private List<String> facts;
    private LocalDate replyBy;
    private final List<Outgoing.Document> documents = new ArrayList<>();

    AskDraft(CaseId caseId, String key, List<String> questions, List<String> facts, LocalDate replyBy) {
        this.caseId = caseId;
        this.key = key;
        this.questions = questions;
        this.facts = facts;
        this.replyBy = replyBy;
    }

    static Optional<AskDraft> in(HttpSession session, CaseFile file) {
        return Optional.ofNullable((AskDraft) session.getAttribute(name(file)));
    }

    void keep(HttpSession session, CaseFile file) {
        session.setAttribute(name(file), this);
    }

    static void forget(HttpSession session, CaseFile file) {
        session.removeAttribute(name(file));
    }

    private static String name(CaseFile file) {
        return "ask/" + file.id().value();
    }

    void askWhom(List<String> parties, Optional<MailAddress> other) {
        partners = List.copyOf(parties);
        address = other;
    }

    void askWhat(List<String> standard, String own) {
        questions = List.copyOf(standard);
        freeText = own;
    }

    void share(List<String> fields) {
        facts = List.copyOf(fields);
    }

    void replyBy(LocalDate day) {
        replyBy = day;
    }

    void attach(Outgoing.Document document) {
        documents.add(document);
    }

    void detach(int number) {
        if (number >= 0 && number < documents.size()) {
            documents.remove(number);
        }
    }

    public String key() {
        return key;
    }

    public List<String> partners() {
        return partners;
    }

    public String address() {
        return address.map(MailAddress::value).orElse("");
    }

    public List<String> questions() {
        return questions;
    }

    public String freeText() {
        return freeText;
    }

    public List<String> facts() {
        return facts;
    }

    public LocalDate replyBy() {
        return replyBy;
    }

    public List<Outgoing.Document> documents() {
        return List.copyOf(documents);
    }

    public boolean isAddressed() {
        return !partners.isEmpty() || address.isPresent();
    }

    /** The draft as the one decision object, with the values of the facts that are held. */
    RequestDraft request(Map<String, String> held) {
        Map<String, String> fields = new LinkedHashMap<>();
        facts.stream().filter(held::containsKey).forEach(each -> fields.put(each, held.getOrDefault(each, "")));
        List<Addressee> whom = Stream.concat(partners.stream().map(Addressee::of), address.map(Addressee::of).stream())
                .toList();
        List<String> asked = freeText.isEmpty()
                ? questions
                : Stream.concat(questions.stream(), Stream.of("free-text")).toList();
        return new RequestDraft(
                caseId,
                TransferKind.INFORMATION_REQUEST,
                whom,
                asked,
                freeText,
                fields,
                documents,
                replyBy,
                Marking.OFFICIAL_SENSITIVE);
    }
}
