package org.spocgateway.desk;

import java.security.Principal;
import org.spocgateway.casework.CaseFile;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One message of a case, read by an officer who asked for it. */
@Controller
class MessagePage {
    private final OpenCase open;
    private final Intake intake;
    private final MessageText text;

    MessagePage(OpenCase open, Intake intake, MessageText text) {
        this.open = open;
        this.intake = intake;
        this.text = text;
    }

    @PostMapping("/cases/{id}/messages/{message}")
    String read(@PathVariable String id, @PathVariable String message, Principal who, Model model) {
        Actor officer = Actor.officer(who.getName());
        CaseFile file = open.show(id, officer, model);
        Inbound inbound = intake.find(id(message))
                .filter(each -> each.caseId().filter(file.id()::equals).isPresent())
                .orElseThrow(OpenCase::absent);
        model.addAttribute("inbound", inbound);
        model.addAttribute("mail", text.read(inbound.id(), officer));
        return "desk/message";
    }

    static InboundId id(String message) {
        try {
            return new InboundId(message);
        } catch (IllegalArgumentException e) {
            throw OpenCase.absent();
        }
    }
}
