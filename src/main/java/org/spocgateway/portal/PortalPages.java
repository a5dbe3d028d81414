package org.spocgateway.portal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.portal.AnswerGiven.Answer;
import org.spocgateway.portal.Visit.Stage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The partner's pages in the order of the walk: first page, code, who, request and answers, check, receipt (policy 4.4). */
final class PortalPages {
    private static final int NAME_MAX = 100;
    private static final int TEXT_MAX = 8000;

    private final Visiting visiting;
    private final Guard guard;
    private final PortalFrame frame;

    PortalPages(Visiting visiting, Guard guard, PortalFrame frame) {
        this.visiting = visiting;
        this.guard = guard;
        this.frame = frame;
    }

    ServerResponse front(ServerRequest request) {
        return ServerResponse.ok().render("portal/front", frame.bare());
    }

    ServerResponse nothing(ServerRequest request) {
        return ServerResponse.status(HttpStatus.NOT_FOUND).render("portal/nothing", frame.bare());
    }

    /** GET and HEAD of a link: counted, nothing else; scanners come here too. */
    ServerResponse landing(ServerRequest request) {
        Optional<PackageRow> row = visiting.behind(request.pathVariable("link"));
        if (row.isEmpty()) {
            return nothing(request);
        }
        if (!row.get().state().isOpen()) {
            return guard.closed(row.get());
        }
        visiting.linkChecked(row.get());
        return ServerResponse.ok().render("portal/landing", frame.around(row.get()));
    }

    /** The button: from here on the link is no longer in the address. */
    ServerResponse begin(ServerRequest request) {
        Optional<PackageRow> row = visiting.behind(request.pathVariable("link"));
        if (row.isEmpty()) {
            return nothing(request);
        }
        if (!row.get().state().isOpen()) {
            return guard.closed(row.get());
        }
        Optional<Visit> going = VisitCookie.of(request)
                .flatMap(visiting::visit)
                .filter(visit -> visit.id().equals(row.get().id()));
        if (going.isPresent()) {
            return see(Guard.page(going.get().stage()));
        }
        String token = visiting.begin(row.get());
        return ServerResponse.seeOther(Guard.page(Stage.CODE))
                .headers(headers -> VisitCookie.set(headers, token))
                .build();
    }

    ServerResponse code(ServerRequest request) {
        return guard.at(Stage.CODE, request, (r, visit, row) -> codePage(visit, row, List.of()));
    }

    ServerResponse codeGiven(ServerRequest request) {
        return guard.sent(Stage.CODE, request, (r, visit, row) -> {
            var tried = visiting.tryCode(visit, text(r, "code"));
            if (tried.came() instanceof CodeTried.Right) {
                return ServerResponse.seeOther(Guard.page(Stage.WHO))
                        .headers(headers -> VisitCookie.set(headers, tried.token()))
                        .build();
            }
            return codePage(visit, row, refusal(tried.came()));
        });
    }

    ServerResponse who(ServerRequest request) {
        return guard.at(Stage.WHO, request, (r, visit, row) -> whoPage(r, visit, row, List.of()));
    }

    ServerResponse whoGiven(ServerRequest request) {
        return guard.sent(Stage.WHO, request, (r, visit, row) -> {
            List<Problem> problems = new ArrayList<>();
            said(r, "name", "portal.who.nameMissing", problems);
            said(r, "role", "portal.who.roleMissing", problems);
            if (!"true".equals(text(r, "attest"))) {
                problems.addAll(frame.problem("attest", "portal.who.attestMissing"));
            }
            if (!problems.isEmpty()) {
                return whoPage(r, visit, row, problems);
            }
            visiting.introduce(visit, text(r, "name"), text(r, "role"));
            return see(Guard.page(Stage.READING));
        });
    }

    ServerResponse request(ServerRequest request) {
        return guard.at(
                Stage.READING,
                request,
                (r, visit, row) -> requestPage(visit, row, visiting.draft(visit).orElseThrow(), List.of()));
    }

    ServerResponse answersGiven(ServerRequest request) {
        return guard.sent(Stage.READING, request, (r, visit, row) -> {
            Draft before = visiting.draft(visit).orElseThrow();
            Optional<Answer> answer = answer(text(r, "answer"));
            String plan = text(r, "plan");
            String words = text(r, "text");
            List<Problem> problems = new ArrayList<>();
            if (answer.isEmpty()) {
                problems.addAll(frame.problem("answer", "portal.request.answerMissing"));
            }
            if (!plan.equals("yes") && !plan.equals("no")) {
                problems.addAll(frame.problem("plan", "portal.request.planMissing"));
            }
            if (words.length() > TEXT_MAX) {
                problems.addAll(frame.problem("text", "portal.request.textLong", TEXT_MAX));
            }
            Boolean planExists = plan.equals("yes") ? Boolean.TRUE : plan.equals("no") ? Boolean.FALSE : null;
            var draft = new Draft(
                    before.name(), before.role(), answer.map(Enum::name).orElse(null), planExists, words);
            if (!problems.isEmpty()) {
                return requestPage(visit, row, draft, problems);
            }
            visiting.save(visit, draft);
            return see(URI.create("/check"));
        });
    }

    ServerResponse check(ServerRequest request) {
        return guard.at(Stage.READING, request, (r, visit, row) -> {
            Draft draft = visiting.draft(visit).orElseThrow();
            return draft.isComplete() ? page("portal/check", visit, row, model(draft)) : see(Guard.page(Stage.READING));
        });
    }

    ServerResponse send(ServerRequest request) {
        return guard.sent(Stage.READING, request, (r, visit, row) -> {
            Draft draft = visiting.draft(visit).orElseThrow();
            if (!draft.isComplete()) {
                return see(Guard.page(Stage.READING));
            }
            return visiting.send(visit, draft) ? see(Guard.page(Stage.DONE)) : guard.closed(visiting.row(row.id()));
        });
    }

    ServerResponse receipt(ServerRequest request) {
        return guard.at(
                Stage.DONE,
                request,
                (r, visit, row) -> page(
                        "portal/receipt",
                        visit,
                        row,
                        Map.of(
                                "receipt", row.receipt().orElse(""),
                                "answeredAt",
                                        row.answeredAt().map(frame::moment).orElse(""))));
    }

    ServerResponse leave(ServerRequest request) {
        VisitCookie.of(request).ifPresent(visiting::leave);
        return ServerResponse.seeOther(URI.create("/"))
                .headers(VisitCookie::drop)
                .build();
    }

    ServerResponse file(ServerRequest request) {
        return guard.at(Stage.READING, request, (r, visit, row) -> {
            List<Contents.FileEntry> files = visiting.contents(row).files();
            int number = Integer.parseInt(r.pathVariable("number"));
            if (number >= files.size()) {
                return nothing(r);
            }
            var saved = ContentDisposition.attachment()
                    .filename(files.get(number).name(), StandardCharsets.UTF_8)
                    .build();
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_OCTET_STREAM)
                    .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                    .body(visiting.file(files.get(number)));
        });
    }

    private ServerResponse codePage(Visit visit, PackageRow row, List<Problem> problems) {
        return page("portal/code", visit, row, Map.of("problems", problems));
    }

    private ServerResponse whoPage(ServerRequest request, Visit visit, PackageRow row, List<Problem> problems) {
        return page(
                "portal/who",
                visit,
                row,
                Map.of("problems", problems, "name", text(request, "name"), "role", text(request, "role")));
    }

    private ServerResponse requestPage(Visit visit, PackageRow row, Draft draft, List<Problem> problems) {
        Contents contents = visiting.contents(row);
        var model = model(draft);
        model.put("problems", problems);
        model.put("fields", frame.labelled(contents.fields()));
        model.put("questions", contents.questions().values());
        model.put("freeText", contents.freeText());
        model.put(
                "files", contents.files().stream().map(Contents.FileEntry::name).toList());
        return page("portal/request", visit, row, model);
    }

    private static Map<String, Object> model(Draft draft) {
        var model = new java.util.HashMap<String, Object>();
        model.put("by", draft.givenBy());
        model.put("answer", draft.chosen().map(PortalPages::word).orElse(""));
        model.put("plan", draft.plan() == null ? "" : draft.planExists() ? "yes" : "no");
        model.put("text", draft.text());
        return model;
    }

    private ServerResponse page(String view, Visit visit, PackageRow row, Map<String, ?> more) {
        var model = frame.around(row);
        model.put("csrf", guard.csrf(visit));
        model.putAll(more);
        return ServerResponse.ok().render(view, model);
    }

    private List<Problem> refusal(CodeTried came) {
        if (came instanceof CodeTried.Wrong wrong) {
            return frame.problem("code", "portal.code.wrong", wrong.triesLeft());
        }
        if (came instanceof CodeTried.Wait wait) {
            return frame.problem("code", "portal.code.wait", frame.clock(wait.until()));
        }
        return frame.problem("code", "portal.code.none");
    }

    private void said(ServerRequest request, String field, String key, List<Problem> problems) {
        String said = text(request, field);
        if (said.isEmpty() || said.length() > NAME_MAX) {
            problems.addAll(frame.problem(field, key));
        }
    }

    private static Optional<Answer> answer(String word) {
        return java.util.Arrays.stream(Answer.values())
                .filter(each -> word(each).equals(word))
                .findFirst();
    }

    private static String word(Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(ServerRequest request, String field) {
        return request.param(field).orElse("").strip();
    }

    private static ServerResponse see(URI page) {
        return ServerResponse.seeOther(page).build();
    }
}
