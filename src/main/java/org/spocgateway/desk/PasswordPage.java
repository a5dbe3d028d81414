package org.spocgateway.desk;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.spocgateway.casework.LockedMail;
import org.spocgateway.envelope.Document;
import org.spocgateway.intake.Inbound;
import org.spocgateway.intake.Intake;
import org.spocgateway.intake.OpenedFile;
import org.spocgateway.intake.Passwords;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.InboundId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A password that an officer types for a locked file, and the files that came out; the password goes nowhere else. */
@Controller
class PasswordPage {
    private final LockedMail locked;
    private final Passwords passwords;
    private final Intake intake;
    private final MessageText text;
    private final Words words;

    PasswordPage(LockedMail locked, Passwords passwords, Intake intake, MessageText text, Words words) {
        this.locked = locked;
        this.passwords = passwords;
        this.intake = intake;
        this.text = text;
        this.words = words;
    }

    @PostMapping("/waiting/{id}/password")
    String waiting(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String password,
            Principal who,
            RedirectAttributes after) {
        Inbound message = message(id, Optional.empty());
        boolean whole = opened(message, password, who, after);
        return whole ? "redirect:/waiting" : "redirect:/waiting/" + id;
    }

    @PostMapping("/cases/{id}/messages/{message}/password")
    String onCase(
            @PathVariable String id,
            @PathVariable String message,
            @RequestParam(defaultValue = "") String password,
            Principal who,
            RedirectAttributes after) {
        opened(message(message, Optional.of(id)), password, who, after);
        return "redirect:/cases/" + id;
    }

    /** An opened file as it came out; asking is logged. */
    @PostMapping("/documents/{message}/{document}")
    ResponseEntity<byte[]> file(@PathVariable String message, @PathVariable String document, Principal who) {
        InboundId id = intake.find(MessagePage.id(message))
                .orElseThrow(OpenCase::absent)
                .id();
        List<String> ids = passwords.files(id).stream().map(OpenedFile::id).toList();
        if (!ids.contains(document)) {
            throw OpenCase.absent();
        }
        text.asked(id, Actor.officer(who.getName()));
        Document found = passwords.documents(id).get(ids.indexOf(document));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        found.fileName().isEmpty() ? "file" : found.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(found.content());
    }

    /** Whether the message is whole now. */
    private boolean opened(Inbound message, String password, Principal who, RedirectAttributes after) {
        if (password.isEmpty()) {
            problem(message, words.say("desk.locked.empty"), after);
            return false;
        }
        Optional<LockedMail.Result> result =
                locked.open(message.id(), password.toCharArray(), Actor.officer(who.getName()));
        result.flatMap(LockedMail.Result::fault)
                .ifPresentOrElse(
                        fault -> problem(message, fault.sentence() + " " + fault.nextStep(), after),
                        () -> after.addFlashAttribute("done", words.say(done(result))));
        return result.filter(each -> each.fault().isEmpty() && each.left() == 0).isPresent();
    }

    private static String done(Optional<LockedMail.Result> result) {
        if (result.isEmpty()) {
            return "desk.locked.tooLate";
        }
        return result.get().left() == 0 ? "desk.locked.done" : "desk.locked.doneLeft";
    }

    private static void problem(Inbound message, String sentence, RedirectAttributes after) {
        after.addFlashAttribute(
                "problems", List.of(new Problem("password-" + message.id().value(), sentence)));
    }

    private Inbound message(String id, Optional<String> caseId) {
        return intake.find(MessagePage.id(id))
                .filter(each -> each.caseId().map(found -> found.value()).equals(caseId))
                .orElseThrow(OpenCase::absent);
    }
}
