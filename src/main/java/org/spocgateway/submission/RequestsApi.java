package org.spocgateway.submission;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.spocgateway.casework.Approval;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.NotApproved;
import org.spocgateway.casework.Requests;
import org.spocgateway.terms.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests to partners from the mailbox automation and the command line: the same draft, the same rules as the desk's. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsApi {
    private static final int KEY_LENGTH = 128;

    private final DraftReader reader;
    private final Requests requests;

    RequestsApi(DraftReader reader, Requests requests) {
        this.reader = reader;
        this.requests = requests;
    }

    /** Stores a request; the same idempotency key again gives the same answer and stores nothing. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> ask(
            @RequestHeader(name = "Idempotency-Key", required = false) String key,
            @RequestBody AskedFor asked,
            Principal caller) {
        if (key == null || key.isBlank() || key.length() > KEY_LENGTH) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "The header Idempotency-Key is missing: choose 1 to 128 characters, and send the same ones when you try again.",
                    List.of());
        }
        DraftReader.Read read = reader.read(asked);
        if (read.draft().isEmpty()) {
            return refused(read.faults());
        }
        Approval approval = requests.approve(read.draft().get(), Actor.officer(caller.getName()), key);
        return approval instanceof Approved approved
                ? ResponseEntity.status(HttpStatus.ACCEPTED).body(body(approved))
                : refused(((NotApproved) approval).faults());
    }

    private static ResponseEntity<ProblemDetail> refused(List<NotApproved.Fault> faults) {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Nothing was stored and nothing was sent. Put right what is listed and try again.",
                faults);
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String detail, List<NotApproved.Fault> faults) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("faults", faults);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, Object> body(Approved approved) {
        return Map.of(
                "request", approved.request().value(),
                "undoUntil", approved.undoUntil().toString(),
                "repeated", approved.repeated(),
                "transfers",
                        approved.lines().stream()
                                .map(line -> Map.of(
                                        "transfer", line.transfer().value(),
                                        "reference", line.reference().value(),
                                        "partner", line.party().orElse("")))
                                .toList());
    }
}
