package org.spocgateway.wiring;

import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in: with a passkey, or once with the word that the administrator gave. */
@Controller
class SignInPages {
    private final Accounts accounts;
    private final MessageSource messages;

    SignInPages(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /** One fault of a form. */
    record Problem(String field, String message) {}

    @GetMapping("/sign-in")
    String signIn(@RequestParam(required = false) String out, Model model) {
        model.addAttribute("out", out != null);
        model.addAttribute("typedName", "");
        return "account/sign-in";
    }

    /** What was typed was wrong; the name is kept, the word is not. */
    @PostMapping("/sign-in/again")
    String again(@RequestParam(defaultValue = "") String name, java.util.Locale locale, Model model) {
        model.addAttribute("out", false);
        model.addAttribute("typedName", name);
        model.addAttribute(
                "problems", List.of(new Problem("word", messages.getMessage("layout.signIn.wrong", null, locale))));
        return "account/sign-in";
    }

    @GetMapping("/passkey")
    String passkey(Authentication who, Model model) {
        model.addAttribute("has", accounts.hasPasskey(who.getName()));
        return "account/passkey";
    }

    /** The first page of one's role. */
    @GetMapping("/")
    String home(Authentication who) {
        return accounts.byId(who.getName())
                .map(account -> switch (account.role()) {
                    case OFFICER -> "redirect:/today";
                    case REVIEWER -> "redirect:/review/transfers";
                    default -> "redirect:/passkey";
                })
                .orElse("redirect:/sign-in");
    }
}
