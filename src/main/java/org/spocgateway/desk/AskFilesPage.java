package org.spocgateway.desk;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.Optional;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.scanner.Scan;
import org.spocgateway.scanner.Scanner;
import org.spocgateway.scanner.ScannerAway;
import org.spocgateway.terms.Actor;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Ask partners, step 5: attachments; each is sealed the moment it arrives and swept after a day if nothing is sent. */
@Controller
class AskFilesPage {
    private static final int NAME_LONGEST = 120;

    private final AskDrafts drafts;
    private final Vault vault;
    private final Scanner scanner;
    private final Words words;

    AskFilesPage(AskDrafts drafts, Vault vault, Scanner scanner, Words words) {
        this.drafts = drafts;
        this.vault = vault;
        this.scanner = scanner;
        this.words = words;
    }

    @GetMapping("/cases/{id}/ask/files")
    String form(@PathVariable String id, Principal who, HttpSession session, Model model) {
        return drafts.show(id, "files", Actor.officer(who.getName()), session, model);
    }

    @PostMapping("/cases/{id}/ask/files")
    String add(
            @PathVariable String id, @RequestParam MultipartFile file, Principal who, HttpSession session, Model model)
            throws IOException {
        AskDraft draft = drafts.of(id, session);
        String name = tidy(file.getOriginalFilename());
        var problems = new Problems(words).when(file.isEmpty() || name.isEmpty(), "file", "desk.ask.noFile");
        if (problems.any()) {
            problems.show(model);
            return drafts.show(id, "files", Actor.officer(who.getName()), session, model);
        }
        Optional<String> stopped = stopped(file);
        if (stopped.isPresent()) {
            new Problems(words).when(true, "file", stopped.get()).show(model);
            return drafts.show(id, "files", Actor.officer(who.getName()), session, model);
        }
        try (InputStream bytes = file.getInputStream()) {
            var blob = vault.put(Holder.of(OpenCase.id(id)), bytes);
            draft.attach(new Outgoing.Document(name, type(file.getContentType()), blob));
        }
        return "redirect:/cases/" + id + "/ask/files";
    }

    /** Why the virus scanner does not let it through, as a message key. */
    private Optional<String> stopped(MultipartFile file) throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            Scan scan = scanner.scan(bytes);
            if (scan instanceof Scan.Infected) {
                return Optional.of("desk.ask.infected");
            }
            return scan instanceof Scan.TooLarge ? Optional.of("desk.ask.scanTooLarge") : Optional.empty();
        } catch (ScannerAway e) {
            return Optional.of("desk.ask.scanAway");
        }
    }

    @PostMapping("/cases/{id}/ask/files/{number}/remove")
    String remove(@PathVariable String id, @PathVariable int number, HttpSession session) {
        drafts.of(id, session).detach(number);
        return "redirect:/cases/" + id + "/ask/files";
    }

    /** The last part of the name that the browser gave, without anything that means something in a path or a header. */
    private static String tidy(@org.jspecify.annotations.Nullable String given) {
        String name =
                given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String plain = name.replaceAll("[\\p{Cntrl}\"<>|:*?/\\\\]", "_").strip();
        return plain.length() <= NAME_LONGEST ? plain : plain.substring(plain.length() - NAME_LONGEST);
    }

    private static String type(@org.jspecify.annotations.Nullable String given) {
        try {
            MediaType type = MediaType.parseMediaType(given == null ? "" : given);
            return type.getType() + "/" + type.getSubtype();
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM_VALUE;
        }
    }
}
