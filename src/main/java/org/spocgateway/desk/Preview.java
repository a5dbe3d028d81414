package org.spocgateway.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Question;
import org.spocgateway.release.Explanation;
import org.spocgateway.release.Reason;
import org.spocgateway.release.ReleaseRules;
import org.spocgateway.release.Transfer;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.Gate;
import org.springframework.stereotype.Component;

/** What a request would become: for each recipient the way and why, or every reason against it, and what they will see. */
@Component
class Preview {
    private static final Fingerprint NOTHING_FROZEN = new Fingerprint("0".repeat(64));

    private final Requests requests;
    private final ReleaseRules rules;
    private final Directory directory;
    private final Parties parties;
    private final Times times;

    Preview(Requests requests, ReleaseRules rules, Directory directory, Parties parties, Times times) {
        this.requests = requests;
        this.rules = rules;
        this.directory = directory;
        this.parties = parties;
        this.times = times;
    }

    /**
     * One recipient.
     *
     * @param verdict {@code permitted}, {@code refused} or {@code held}
     * @param way the transfer channel's word; empty when there is none
     * @param questions what they will read, in order
     * @param facts what they will be told, label to value
     * @param closedUntil for a school whose term is out on the day to answer by: when the next one begins
     */
    record Row(
            String name,
            String verdict,
            String way,
            String because,
            List<Reason> reasons,
            List<String> questions,
            Map<String, String> facts,
            List<String> files,
            Optional<LocalDate> closedUntil) {
        public boolean permitted() {
            return verdict.equals("permitted");
        }

        @Override
        public String toString() {
            return "Row[" + verdict + "]";
        }
    }

    List<Row> rows(RequestDraft draft, Actor officer) {
        return requests.preview(draft, officer).stream().map(this::row).toList();
    }

    private Row row(Outgoing outgoing) {
        Explanation explained = rules.explain(transfer(outgoing), directory, Gate.OPEN, times.today());
        return new Row(
                parties.name(outgoing.party(), outgoing.recipient().value()),
                explained.verdict(),
                explained.transferChannel().map(each -> each.word()).orElse(""),
                explained.because(),
                explained.reasons(),
                questions(outgoing.questions(), outgoing.freeText()),
                facts(outgoing),
                outgoing.documents().stream().map(Outgoing.Document::fileName).toList(),
                parties.closedUntil(outgoing.party().orElse(""), outgoing.replyBy()));
    }

    /** What a request asks, in order. */
    List<String> questions(RequestDraft draft) {
        return questions(draft.questions(), draft.freeText());
    }

    private List<String> questions(List<String> ids, String freeText) {
        var texts = new ArrayList<>(directory.questions().stream()
                .filter(each -> ids.contains(each.id()))
                .map(Question::text)
                .toList());
        if (!freeText.isEmpty()) {
            texts.add(freeText);
        }
        return texts;
    }

    /** What a request tells about the person, by the facts' labels. */
    List<String> told(RequestDraft draft) {
        return draft.fields().keySet().stream().map(parties::fact).toList();
    }

    private Map<String, String> facts(Outgoing outgoing) {
        var shown = new LinkedHashMap<String, String>();
        outgoing.fields().forEach((field, value) -> shown.put(parties.fact(field), value));
        return shown;
    }

    private Transfer transfer(Outgoing outgoing) {
        return new Transfer(
                outgoing.id(),
                outgoing.kind(),
                outgoing.recipient(),
                directory.council().secureIdentity(),
                new LinkedHashSet<>(outgoing.questions()),
                new LinkedHashSet<>(outgoing.fields().keySet()),
                true,
                outgoing.receivedSecurely(),
                outgoing.urgentCallMissing(),
                outgoing.marking(),
                NOTHING_FROZEN);
    }
}
