package org.spocgateway.demonstration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.spocgateway.casework.Answers;
import org.spocgateway.casework.Approved;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.dispatch.Transfers;
import org.spocgateway.intake.Inbound;
import org.spocgateway.portal.PackageStatus;
import org.spocgateway.portal.Packages;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferId;

/** Policy 4.4, 4.5 and 4.2: one request over three ways of sending, the answers, and the stop. */
final class AfterTheGate {
    private static final Pattern LINK = Pattern.compile("https://[^\\s\"<>]+/r/[^\\s\"<>]+");

    private final Scene scene;
    private final Narrator tell;
    private final Asking asking;
    private final PartnerBrowser browser;
    private final PartnerBrowser scanner;
    private Optional<Approved> request = Optional.empty();

    AfterTheGate(Scene scene, Asking asking, PartnerBrowser browser, PartnerBrowser scanner) {
        this.scene = scene;
        this.tell = scene.narrator;
        this.asking = asking;
        this.browser = browser;
        this.scanner = scanner;
    }

    void ask() {
        Story story = scene.story.part("request");
        Approved approved = asking.ask(
                story, story.list("parties"), story.has("unknown") ? List.of(story.text("unknown")) : List.of());
        request = Optional.of(approved);
        tell.event(
                "4.4",
                "OUT",
                story.list("questions").size() + " questions to "
                        + approved.lines().size() + " recipients; one request each, nobody sees another's address.");
        approved.transfers().forEach(id -> tell.more(Lines.asked(scene.settled(id))));
    }

    void scannerAndAnswer() {
        TransferId id = overPortal();
        Packages packages = scene.part(Packages.class);
        String link = link(id);
        int visits = scene.story.part("scanner").number("visits");
        for (int i = 0; i < visits; i++) {
            scanner.open(link);
        }
        PackageStatus seen = packages.status(id).orElseThrow();
        tell.event(
                "4.4",
                "IN",
                "The partner's mail scanner follows the link " + visits + " times: \"link checked\" "
                        + seen.linkChecks() + ", state " + seen.state() + ": still unopened.");
        Story answer = scene.story.part("tidewell");
        Document receipt = answer(link, packages.codeToReadOut(id, scene.officer), answer);
        scene.await(
                "the answer is on the case",
                () -> !scene.part(Answers.class).of(scene.theCase().id()).isEmpty());
        var given = scene.part(Answers.class).of(scene.theCase().id()).get(0);
        tell.more(answer.text("role") + " gives the code read out by phone: "
                + given.answer().map(Enum::name).orElse("?") + ".  Receipt "
                + given.receipt().orElse("?") + ".");
        if (!receipt.text().contains(given.receipt().orElse("?"))) {
            throw new AssertionError("the partner does not see the receipt that is on the case");
        }
    }

    /** From the link to the receipt, as a person without scripts walks it. */
    private Document answer(String link, String code, Story answer) {
        browser.open(link);
        browser.submit(Map.of());
        browser.submit(Map.of("code", code));
        browser.submit(Map.of("name", answer.text("name"), "role", answer.text("role"), "attest", "true"));
        var values = new LinkedHashMap<String, String>();
        values.put("answer", answer.text("answer"));
        values.put("plan", answer.flag("plan") ? "yes" : "no");
        values.put("text", answer.text("text", ""));
        browser.submit(values);
        return browser.submit(Map.of());
    }

    private TransferId overPortal() {
        return request.orElseThrow().transfers().stream()
                .map(scene::settled)
                .filter(view -> view.transferChannel().equals(Optional.of(TransferChannel.EGRESS_STYLE)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing went by the portal"))
                .id();
    }

    private String link(TransferId id) {
        scene.await("the notice left", () -> notice(id).isPresent());
        return notice(id).orElseThrow();
    }

    private Optional<String> notice(TransferId id) {
        var links = new ArrayList<String>();
        for (var mail : scene.world.sent("notice-relay")) {
            String text = new String(mail.bytes(), java.nio.charset.StandardCharsets.UTF_8).replace("=\r\n", "");
            Matcher link = LINK.matcher(text);
            if (link.find()) {
                links.add(link.group());
            }
        }
        return links.stream().findFirst();
    }

    void larkhill() {
        var line = request.orElseThrow().lines().stream()
                .filter(each -> each.party().equals(Optional.of("larkhill-nhs-trust")))
                .findFirst()
                .orElseThrow();
        Inbound reply = scene.arrives("larkhill", line.reference().value());
        Answers answers = scene.part(Answers.class);
        if (scene.story.part("larkhill").flag("plan")) {
            answers.plan(line.transfer(), true, scene.officer);
        }
        tell.event(
                "4.5",
                "IN",
                asking.name("larkhill-nhs-trust") + " answers by mail ("
                        + reply.classified().orElseThrow().kind().name() + ", "
                        + reply.state().word() + ").");
        List<String> required = answers.requiredAtPanel(scene.theCase().id());
        tell.more(
                required.isEmpty()
                        ? "No plan: nobody is required at the panel."
                        : String.join(", ", required.stream().map(asking::name).toList())
                                + " is now REQUIRED at the panel.");
    }

    void unopenable() {
        Inbound mail = scene.arrives("unopenable", "");
        var fault = mail.fault().orElseThrow(() -> new AssertionError("the mail was opened"));
        tell.event("all", "IN", "A mail nobody can open.  " + fault.code() + ": " + fault.sentence());
        Inbound next = scene.arrives("next-mail", "");
        tell.more(
                "Its " + mail.sizeBytes() + " bytes are kept.  Next: " + fault.nextStep() + "  The next mail went on ("
                        + next.classified().map(each -> each.kind().name()).orElse("?") + ").");
    }

    void stop() {
        Story late = scene.story.part("late-request");
        Approved waiting = asking.ask(late, late.list("parties"), List.of());
        scene.arrives("stop", "");
        scene.await("the gate is stopped", () -> scene.theCase().gate() == org.spocgateway.terms.Gate.STOPPED);
        Transfers transfers = scene.part(Transfers.class);
        List<TransferView> all = transfers.of(scene.theCase().id());
        long frozen = all.stream()
                .filter(view -> view.state() == TransferState.FROZEN)
                .count();
        long out = transfers.alreadyOut(scene.theCase().id()).stream()
                .filter(view -> view.kind().waitsForGate())
                .count();
        tell.event(
                "4.2",
                "IN",
                "Northmere Police: stop.  Gate " + scene.theCase().gate() + ".  " + frozen + " of "
                        + waiting.lines().size() + " waiting requests frozen; " + out + " already out are listed.");
    }
}
