package org.spocgateway.wiring.pages;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * What a page may say, and nothing else: routes from a listed origin through steps {@code bean}, {@code choice} and
 * {@code throwException}. There is no {@code to} of any kind; only {@code dispatch} sends.
 */
public final class PageGrammar {
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern CONDITION =
            Pattern.compile("\\$\\{(body|exchangeProperty\\.[a-zA-Z]+)\\} == '[a-z0-9-]*'");
    private static final Set<String> EXCEPTIONS =
            Set.of("java.lang.IllegalStateException", "org.spocgateway.work.WorldAway", "java.lang.Throwable");
    private static final String ONLY_STEPS = "' is not allowed in a page; a step is bean, choice or throwException.";

    private final PageText page;
    private final boolean sortsFailures;
    private final StepBeans beans;

    private PageGrammar(PageText page, boolean sortsFailures, StepBeans beans) {
        this.page = page;
        this.sortsFailures = sortsFailures;
        this.beans = beans;
    }

    /**
     * Checks one page.
     *
     * @throws PageRefused at the first thing that is not allowed
     */
    static void check(Path file, StepBeans beans) {
        var text = PageText.of(file);
        boolean page90 = String.valueOf(file.getFileName()).startsWith("90-");
        new PageGrammar(text, page90, beans).checkPage();
    }

    private void checkPage() {
        for (Node entry : page.list(page.root(), "a page")) {
            var member = page.only(entry, "an entry of a page");
            switch (member.key()) {
                case "route" -> route(member.value());
                case "routeConfiguration" -> routeConfiguration(member);
                default ->
                    throw page.no(
                            member.at(),
                            "'" + member.key() + "' is not allowed in a page; only route and routeConfiguration are.");
            }
        }
    }

    private void route(Node node) {
        var route = page.mapping(node, "route", Set.of("id", "description", "routeConfigurationId", "from"));
        id(page.required(route, "id", node));
        page.scalar(page.required(route, "description", node).value());
        id(page.required(route, "routeConfigurationId", node));
        var from = page.required(route, "from", node);
        var origin = page.mapping(from.value(), "from", Set.of("uri", "parameters", "steps"));
        new Origin(page)
                .check(
                        page.required(origin, "uri", from.value()).value(),
                        Optional.ofNullable(origin.get("parameters")));
        steps(page.required(origin, "steps", from.value()).value());
    }

    private void routeConfiguration(PageText.Member member) {
        if (!sortsFailures) {
            throw page.no(member.at(), "only page 90 may hold a routeConfiguration.");
        }
        var configuration =
                page.mapping(member.value(), "routeConfiguration", Set.of("id", "description", "onException"));
        id(page.required(configuration, "id", member.value()));
        for (Node entry : page.list(
                page.required(configuration, "onException", member.value()).value(), "onException")) {
            var only = page.only(entry, "an entry of onException");
            var on = page.mapping(only.value(), "onException", Set.of("exception", "handled", "steps"));
            for (Node type :
                    page.list(page.required(on, "exception", only.value()).value(), "exception")) {
                exceptionType(type);
            }
            if (on.containsKey("handled")) {
                handled(on.get("handled").value());
            }
            steps(page.required(on, "steps", only.value()).value());
        }
    }

    private void handled(Node node) {
        var constant = page.mapping(node, "handled", Set.of("constant")).get("constant");
        var value = constant == null
                ? null
                : page.mapping(constant.value(), "constant", Set.of("expression"))
                        .get("expression");
        if (value == null || !page.scalar(value.value()).matches("true|false")) {
            throw page.no(node, "'handled' is the constant true or false.");
        }
    }

    private void steps(Node node) {
        for (Node step : page.list(node, "steps")) {
            var member = page.only(step, "a step");
            switch (member.key()) {
                case "bean" -> bean(member.value());
                case "choice" -> choice(member.value());
                case "throwException" -> throwException(member.value());
                default -> throw page.no(member.at(), "'" + member.key() + ONLY_STEPS);
            }
        }
    }

    private void bean(Node node) {
        var bean = page.mapping(node, "bean", Set.of("id", "description", "ref", "method"));
        var ref = page.required(bean, "ref", node);
        var method = page.required(bean, "method", node);
        String name = page.scalar(ref.value());
        if (!PLAIN_NAME.matcher(name).matches()) {
            throw page.no(ref.at(), "a bean is called by its plain name.");
        }
        if (!PLAIN_NAME.matcher(page.scalar(method.value())).matches()) {
            throw page.no(method.at(), "a method is called by its plain name, without arguments.");
        }
        beans.objection(name, page.scalar(method.value())).ifPresent(sentence -> {
            throw page.no(ref.at(), sentence);
        });
    }

    private void choice(Node node) {
        var choice = page.mapping(node, "choice", Set.of("id", "description", "when", "otherwise"));
        for (Node entry : page.list(page.required(choice, "when", node).value(), "when")) {
            var when = page.mapping(entry, "when", Set.of("expression", "steps"));
            condition(page.required(when, "expression", entry).value());
            steps(page.required(when, "steps", entry).value());
        }
        var otherwise = page.required(choice, "otherwise", node);
        steps(page.required(page.mapping(otherwise.value(), "otherwise", Set.of("steps")), "steps", otherwise.value())
                .value());
    }

    private void condition(Node node) {
        var simple = page.required(page.mapping(node, "expression", Set.of("simple")), "simple", node);
        var inner = page.required(page.mapping(simple.value(), "simple", Set.of("expression")), "expression", node);
        if (!CONDITION.matcher(page.scalar(inner.value())).matches()) {
            throw page.no(
                    inner.at(),
                    "a condition compares ${body} or ${exchangeProperty.name} with one word and does nothing else.");
        }
    }

    private void throwException(Node node) {
        Map<String, PageText.Member> thrown =
                page.mapping(node, "throwException", Set.of("id", "exceptionType", "message"));
        exceptionType(page.required(thrown, "exceptionType", node).value());
        var message = page.required(thrown, "message", node);
        String words = page.scalar(message.value());
        if (words.contains("$") || words.contains("{{")) {
            throw page.no(message.at(), "the message of an exception is fixed text.");
        }
    }

    private void exceptionType(Node node) {
        if (!EXCEPTIONS.contains(page.scalar(node))) {
            throw page.no(node, "this exception is not one that a page may name.");
        }
    }

    private void id(PageText.Member member) {
        if (!ID.matcher(page.scalar(member.value())).matches()) {
            throw page.no(member.at(), "an id is lower-case words joined by hyphens.");
        }
    }
}
