package org.spocgateway.desk;

import java.security.Principal;
import java.util.List;
import org.spocgateway.casework.ChangedSigners;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Approving the new certificate of a sender whom we know, after ringing them. */
@Controller
class SignerPage {
    private final ChangedSigners signers;
    private final Intake intake;
    private final Words words;

    SignerPage(ChangedSigners signers, Intake intake, Words words) {
        this.signers = signers;
        this.intake = intake;
        this.words = words;
    }

    @PostMapping("/messages/{id}/signer")
    String approve(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String fingerprint,
            Principal who,
            RedirectAttributes after) {
        Inbound message = intake.find(MessagePage.id(id)).orElseThrow(OpenCase::absent);
        String back = message.caseId().map(each -> "/cases/" + each.value()).orElse("/waiting/" + id);
        switch (signers.approve(message.id(), fingerprint, Actor.officer(who.getName()))) {
            case DONE -> {
                after.addFlashAttribute("done", words.say("desk.signer.done"));
                return "redirect:" + message.caseId().map(each -> back).orElse("/waiting");
            }
            case OTHER_FINGERPRINT ->
                after.addFlashAttribute(
                        "problems", List.of(new Problem("fingerprint", words.say("desk.signer.other"))));
            case TOO_LATE -> after.addFlashAttribute("done", words.say("desk.signer.tooLate"));
        }
        return "redirect:" + back;
    }
}
