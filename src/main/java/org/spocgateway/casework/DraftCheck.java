package org.spocgateway.casework;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.directory.Question;
import org.spocgateway.terms.TransferKind;
import org.springframework.stereotype.Component;

/** What is wrong with a draft before any rule is put to it: every fault, never only the first. */
@Component
class DraftCheck {
    /** Stands among the questions for the officer's own. */
    static final String FREE_TEXT = "free-text";

    /** Stands among the questions of an invitation to an agency that must come because of its plan (policy 4.5). */
    static final String PLAN_HOLDER = "plan-holder";

    private static final int MOST_ADDRESSEES = 50;
    private static final int LONGEST_TEXT = 10_000;

    private final Directory directory;
    private final CaseRows cases;
    private final AnswerRows answers;
    private final CaseworkSettings settings;
    private final Clock clock;

    DraftCheck(Directory directory, CaseRows cases, AnswerRows answers, CaseworkSettings settings, Clock clock) {
        this.directory = directory;
        this.cases = cases;
        this.answers = answers;
        this.settings = settings;
        this.clock = clock;
    }

    List<NotApproved.Fault> faults(RequestDraft draft) {
        var faults = new ArrayList<NotApproved.Fault>();
        if (cases.find(draft.caseId()).isEmpty()) {
            faults.add(new NotApproved.Fault("unknown-case", "There is no such case."));
        }
        if (!draft.kind().waitsForGate()) {
            faults.add(new NotApproved.Fault(
                    "other-kind", "Only questions to partners and panel notices are asked for here."));
        }
        faults.addAll(addressees(draft));
        faults.addAll(contents(draft));
        if (draft.replyBy().isBefore(today())) {
            faults.add(new NotApproved.Fault("reply-by-past", "The day to answer by is over."));
        }
        return faults;
    }

    /** The addressees with their addresses; unknown ones are left out, {@link #faults} names them. */
    List<Recipient> recipients(RequestDraft draft) {
        return draft.addressees().stream()
                .map(this::recipient)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Recipient> recipient(Addressee addressee) {
        if (addressee.address().isPresent()) {
            return addressee
                    .address()
                    .map(address -> new Recipient(directory.at(address).map(Party::id), address));
        }
        return addressee.party().flatMap(directory::byId).map(Recipient::of);
    }

    private List<NotApproved.Fault> addressees(RequestDraft draft) {
        var faults = new ArrayList<NotApproved.Fault>();
        if (draft.addressees().isEmpty()) {
            faults.add(new NotApproved.Fault("no-addressee", "Choose at least one partner."));
        }
        if (draft.addressees().size() > MOST_ADDRESSEES) {
            faults.add(new NotApproved.Fault("too-many", "At most " + MOST_ADDRESSEES + " partners at once."));
        }
        if (draft.addressees().stream().map(this::recipient).anyMatch(Optional::isEmpty)) {
            faults.add(new NotApproved.Fault("unknown-partner", "A partner is not in the directory."));
        }
        var seen = new HashSet<Object>();
        if (!recipients(draft).stream().map(Recipient::address).allMatch(seen::add)) {
            faults.add(new NotApproved.Fault("twice", "The same address stands twice."));
        }
        return faults;
    }

    private List<NotApproved.Fault> contents(RequestDraft draft) {
        var faults = new ArrayList<NotApproved.Fault>();
        Set<String> known = directory.questions().stream().map(Question::id).collect(Collectors.toSet());
        boolean invites = draft.kind() == TransferKind.PANEL_NOTICE;
        if (invites && draft.questions().contains(PLAN_HOLDER) && !haveAllPlans(draft)) {
            faults.add(new NotApproved.Fault(
                    "no-plan", "Only an agency that says it has a plan for this person is required at the panel."));
        }
        if (draft.questions().stream()
                .anyMatch(each ->
                        !each.equals(FREE_TEXT) && !known.contains(each) && !(invites && each.equals(PLAN_HOLDER)))) {
            faults.add(new NotApproved.Fault("unknown-question", "A question is not in the list of questions."));
        }
        if (draft.kind() == TransferKind.INFORMATION_REQUEST
                && draft.questions().isEmpty()) {
            faults.add(new NotApproved.Fault("no-question", "Choose at least one question."));
        }
        if (!invites
                && draft.questions().contains(FREE_TEXT) == draft.freeText().isBlank()) {
            faults.add(new NotApproved.Fault("own-question", "Your own question needs a tick and its words."));
        }
        if (draft.freeText().length() > LONGEST_TEXT) {
            faults.add(new NotApproved.Fault("too-long", "Your own question is longer than a partner will read."));
        }
        if (draft.fields().keySet().stream().anyMatch(each -> !each.matches("[a-z0-9][a-z0-9-]{0,63}"))) {
            faults.add(new NotApproved.Fault("unknown-field", "A fact is not in the list of facts."));
        }
        return faults;
    }

    private boolean haveAllPlans(RequestDraft draft) {
        List<String> plans = answers.of(draft.caseId()).stream()
                .filter(AnswerView::planExists)
                .flatMap(each -> each.party().stream())
                .toList();
        return draft.addressees().stream()
                .allMatch(each -> each.party().filter(plans::contains).isPresent());
    }

    LocalDate today() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }
}
