package org.spocgateway.desk;

import java.util.Locale;
import java.util.Optional;
import org.spocgateway.casework.Cases;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.CaseReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All open cases, and finding one by its reference; the reference never stands in an address. */
@Controller
class CasesPage {
    private final Cases cases;
    private final Words words;

    CasesPage(Cases cases, Words words) {
        this.cases = cases;
        this.words = words;
    }

    @GetMapping("/cases")
    String list(Model model) {
        model.addAttribute("typed", "");
        return shown(model);
    }

    @PostMapping("/cases/find")
    String find(@RequestParam(defaultValue = "") String reference, Model model) {
        Optional<CaseId> found = CaseReference.in(reference.toUpperCase(Locale.ROOT)).stream()
                .findFirst()
                .flatMap(cases::byReference);
        if (found.isPresent()) {
            return "redirect:/cases/" + found.get().value();
        }
        model.addAttribute("typed", reference);
        new Problems(words).when(true, "reference", "desk.cases.notFound").show(model);
        return shown(model);
    }

    private String shown(Model model) {
        model.addAttribute("cases", cases.open());
        return "desk/cases";
    }
}
