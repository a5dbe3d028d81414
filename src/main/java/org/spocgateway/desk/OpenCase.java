package org.spocgateway.desk;

import org.spocgateway.casework.CaseFile;
import org.spocgateway.casework.Cases;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Gate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** Finds the case of a page by what stands in its address; anything else is a page that does not exist. */
@Component
class OpenCase {
    private final Cases cases;

    OpenCase(Cases cases) {
        this.cases = cases;
    }

    /** The case as attribute {@code file}; that it was looked at is logged. */
    CaseFile show(String id, Actor officer, Model model) {
        CaseFile file = cases.view(id(id), officer).orElseThrow(OpenCase::absent);
        model.addAttribute("file", file);
        return file;
    }

    /** The case for a form's answer. */
    CaseFile of(String id) {
        return cases.find(id(id)).orElseThrow(OpenCase::absent);
    }

    /** The same, and only while partners may be asked; anything else is refused here, not only left out of the page. */
    CaseFile whileOpen(String id) {
        CaseFile file = of(id);
        if (file.gate() != Gate.OPEN) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return file;
    }

    static CaseId id(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw absent();
        }
    }

    static ResponseStatusException absent() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
