package org.spocgateway.wiring.pages;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where a route may begin: {@code imaps}, {@code direct}, {@code timer} or {@code scheduler}, each with its own parameters. */
final class Origin {
    private static final Pattern WORD = Pattern.compile("[a-z0-9-]+");
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern HOLDER = Pattern.compile("\\{\\{mail\\.[a-z0-9.-]+\\}\\}");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Map<String, Pattern> ADDRESSES = Map.of(
            "imaps", Pattern.compile("imaps:\\{\\{mail\\.[a-z0-9.-]+\\}\\}:\\{\\{mail\\.[a-z0-9.-]+\\}\\}"),
            "direct", Pattern.compile("direct:[a-z0-9-]+"),
            "timer", Pattern.compile("timer:[a-z0-9-]+"),
            "scheduler", Pattern.compile("scheduler:[a-z0-9-]+"));
    private static final Map<String, Map<String, Pattern>> PARAMETERS = Map.of(
            "imaps",
            Map.ofEntries(
                    Map.entry("username", HOLDER),
                    Map.entry("password", Pattern.compile("RAW\\(\\{\\{mail\\.[a-z0-9.-]+\\}\\}\\)")),
                    Map.entry("folderName", Pattern.compile("[A-Za-z0-9 /_-]+|" + HOLDER)),
                    Map.entry("javaMailProperties", Pattern.compile("#imapProperties")),
                    Map.entry("mailUidGenerator", Pattern.compile("#mailboxPlace")),
                    Map.entry("idempotentRepository", Pattern.compile("#acceptedMail")),
                    Map.entry("postProcessAction", Pattern.compile("#moveAccepted")),
                    Map.entry("pollStrategy", Pattern.compile("#mailboxLooks")),
                    Map.entry("mapMailMessage", Pattern.compile("false")),
                    Map.entry("unseen", Pattern.compile("false")),
                    Map.entry("peek", Pattern.compile("true")),
                    Map.entry("maxMessagesPerPoll", Pattern.compile("[0-9]{1,4}")),
                    Map.entry("initialDelay", Pattern.compile(MILLISECONDS + "|" + HOLDER)),
                    Map.entry("delay", Pattern.compile(MILLISECONDS + "|" + HOLDER))),
            "direct",
            Map.of(),
            "timer",
            Map.of("period", MILLISECONDS, "delay", MILLISECONDS, "repeatCount", MILLISECONDS),
            "scheduler",
            Map.of("delay", MILLISECONDS, "initialDelay", MILLISECONDS, "useFixedDelay", FLAG));
    private static final Pattern FOREIGN_HOLDER = Pattern.compile("\\{\\{(?!mail\\.[a-z0-9.-]+\\}\\})");

    private final PageText page;

    Origin(PageText page) {
        this.page = page;
    }

    void check(Node uriNode, Optional<PageText.Member> parameters) {
        String uri = page.scalar(uriNode);
        refuseForeignHolders(uriNode, uri);
        String scheme = uri.contains(":") ? uri.substring(0, uri.indexOf(':')) : uri;
        Pattern form = ADDRESSES.get(scheme);
        if (form == null) {
            throw page.no(
                    uriNode,
                    "a page may not begin at '" + (WORD.matcher(scheme).matches() ? scheme : "this") + ":'; only imaps,"
                            + " direct, timer and scheduler are allowed.");
        }
        if (!form.matcher(uri).matches()) {
            throw page.no(
                    uriNode,
                    "this is not the form of an address that " + scheme
                            + " has here; options stand under 'parameters'.");
        }
        parameters.ifPresent(member -> checkParameters(scheme, member.value()));
    }

    private void checkParameters(String scheme, Node node) {
        Map<String, Pattern> allowed = PARAMETERS.getOrDefault(scheme, Map.of());
        for (var member : page.mapping(node, "parameters of " + scheme, Set.copyOf(allowed.keySet()))
                .values()) {
            String value = page.scalar(member.value());
            refuseForeignHolders(member.value(), value);
            Pattern form = allowed.get(member.key());
            if (form == null || !form.matcher(value).matches()) {
                throw page.no(member.at(), "'" + member.key() + "' may not have this value here.");
            }
        }
    }

    private void refuseForeignHolders(Node at, String value) {
        if (FOREIGN_HOLDER.matcher(value).find()) {
            throw page.no(at, "only {{mail.…}} settings may be filled into a page.");
        }
    }
}
