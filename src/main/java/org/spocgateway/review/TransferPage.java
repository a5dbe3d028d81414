package org.spocgateway.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.spocgateway.transferlog.LoggedStep;
import org.spocgateway.transferlog.TransferFacts;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** One transfer or inbound message: its facts, and every entry of the log about it (ux 2.2, screen J). */
@Controller
class TransferPage {
    private final TransferFacts facts;
    private final TransferLog log;
    private final Organisations organisations;

    TransferPage(TransferFacts facts, TransferLog log, Organisations organisations) {
        this.facts = facts;
        this.log = log;
        this.organisations = organisations;
    }

    @GetMapping("/review/transfers/{ref:[0-9a-z]{26}}")
    String show(@PathVariable String ref, Model model) {
        Row row = facts.transfer(ref)
                .map(fact -> Row.of(fact, organisations))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("row", row);
        model.addAttribute("steps", facts.steps(ref));
        return "review/transfer";
    }

    /** The proof that the entry at this place among the transfer's entries is in the log (C2SP tlog-proof). */
    @GetMapping("/review/transfers/{ref:[0-9a-z]{26}}/{place:\\d{1,5}}.tlog-proof")
    ResponseEntity<byte[]> proof(@PathVariable String ref, @PathVariable int place) {
        List<LoggedStep> steps = facts.steps(ref);
        if (place >= steps.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LoggedStep step = steps.get(place);
        String proof = log.proof(step.shard(), step.seq())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"entry-" + step.seq() + ".tlog-proof\"")
                .body(proof.getBytes(StandardCharsets.UTF_8));
    }
}
