package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.PersonField;
import org.spocgateway.directory.Question;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.RequestId;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The draft of each case in an officer's session; none is given out while the gate is not open. */
@Component
class AskDrafts {
    private static final int WORKING_DAYS = 5;

    private final OpenCase open;
    private final Parties parties;
    private final Directory directory;
    private final Times times;
    private final SecureRandom random;

    AskDrafts(OpenCase open, Parties parties, Directory directory, Times times, SecureRandom random) {
        this.open = open;
        this.parties = parties;
        this.directory = directory;
        this.times = times;
        this.random = random;
    }

    /** The draft of this case; the first time with the standard questions, the usual facts and five working days. */
    AskDraft of(String caseId, HttpSession session) {
        CaseFile file = open.whileOpen(caseId);
        return AskDraft.in(session, file).orElseGet(() -> {
            var draft = new AskDraft(
                    file.id(),
                    RequestId.random(random).value(),
                    parties.questions().stream()
                            .filter(Question::inPolicy)
                            .map(Question::id)
                            .toList(),
                    parties.fields().stream()
                            .filter(PersonField::ticked)
                            .map(PersonField::id)
                            .toList(),
                    directory.workingDays().after(times.today(), WORKING_DAYS));
            draft.keep(session, file);
            return draft;
        });
    }

    /** Shows one step of the draft. */
    String show(String caseId, String step, Actor officer, HttpSession session, Model model) {
        model.addAttribute("draft", of(caseId, session));
        open.show(caseId, officer, model);
        model.addAttribute("step", step);
        return "desk/ask-" + step;
    }

    void forget(String caseId, HttpSession session) {
        AskDraft.forget(session, open.of(caseId));
    }
}
