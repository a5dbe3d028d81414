package org.spocgateway.wiring;

import org.spocgateway.directory.Directory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accessibility statement (Public Sector Bodies Accessibility Regulations 2018), open to everybody. */
@Controller
class AccessibilityPage {
    private final Directory directory;

    AccessibilityPage(Directory directory) {
        this.directory = directory;
    }

    @GetMapping("/accessibility")
    String statement(Model model) {
        model.addAttribute("telephone", directory.council().telephone());
        return "accessibility";
    }
}
