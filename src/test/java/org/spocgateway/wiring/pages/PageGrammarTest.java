package org.spocgateway.wiring.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The grammar refuses everything that could send, run or show something a page has no business with. */
class PageGrammarTest {
    private static final String GOOD = """
            # 20  a page
            - route:
                id: opening-mail
                description: "Opens. Writes: intake.opened"
                routeConfigurationId: when-things-fail
                from:
                  uri: direct:opening-mail
                  steps:
                    - bean: { ref: opening, method: open }
            """;

    @TempDir
    Path folder;

    private void check(String name, String text) throws IOException {
        Path page = folder.resolve(name);
        Files.writeString(page, text);
        PageGrammar.check(
                page,
                (bean, method) -> bean.equals("opening")
                        ? (method.equals("open")
                                ? Optional.empty()
                                : Optional.of("bean 'opening' has not exactly one public method '" + method + "'."))
                        : Optional.of("there is no bean called '" + bean + "'."));
    }

    @Test
    void a_page_of_steps_passes() throws IOException {
        check("20-x.camel.yaml", GOOD);
        assertThat(new RoutesFolder(folder).pages()).hasSize(1);
    }

    static Stream<Arguments> forbidden() {
        String step = "- bean: { ref: opening, method: open }";
        return Stream.of(
                swap(step, "- to: { uri: \"smtps:relay.example\" }", ":9: 'to' is not allowed"),
                swap(step, "- to: smtps:relay.example", ":9: 'to' is not allowed"),
                swap(step, "- toD: { uri: \"${body}\" }", ":9: 'toD' is not allowed"),
                swap(step, "- wireTap: { uri: direct:x }", ":9: 'wireTap' is not allowed"),
                swap(step, "- \"w\\x69reTap\": { uri: direct:x }", ":9: 'wireTap' is not allowed"),
                swap(step, "- log: { message: \"${body}\" }", ":9: 'log' is not allowed"),
                swap(step, "- script: { expression: { groovy: x } }", ":9: 'script' is not allowed"),
                swap(step, "- bean: { ref: foreign, method: open }", ":9: there is no bean called 'foreign'"),
                swap(
                        step,
                        "- bean: { beanType: java.lang.Runtime, method: exec }",
                        ":9: 'beanType' is not allowed in bean"),
                swap(
                        step,
                        "- bean: { ref: \"#class:java.lang.Object\", method: open }",
                        ":9: a bean is called by its plain name"),
                swap(step, "- bean: { ref: opening, method: hashCode }", ":9: bean 'opening' has not exactly one"),
                swap(
                        step,
                        "- bean: { ref: opening, method: \"open(${bean:foreign?method=open})\" }",
                        ":9: a method is called by its plain name"),
                swap(
                        step,
                        "- throwException: { exceptionType: java.lang.IllegalStateException, message: \"${body}\" }",
                        ":9: the message of an exception is fixed text"),
                swap(
                        step,
                        "- choice: { when: [ { expression: { simple: { expression: \"${bean:foreign}\" } }, steps: [] } ], otherwise: { steps: [] } }",
                        ":9: a condition compares"),
                swap(
                        step,
                        "- choice: { when: [ { expression: { simple: { expression: \"${body.getClass()} == 'x'\" } }, steps: [] } ], otherwise: { steps: [] } }",
                        ":9: a condition compares"),
                swap("uri: direct:opening-mail", "uri: file:inbox", ":7: a page may not begin at 'file:'"),
                swap("uri: direct:opening-mail", "uri: \"{{bean:foreign.open}}\"", ":7: only {{mail.…}} settings"),
                swap(
                        "uri: direct:opening-mail",
                        "uri: \"imaps:localhost:993?moveTo=Gone\"",
                        ":7: this is not the form of an address"),
                swap(
                        "uri: direct:opening-mail",
                        "uri: \"imaps:{{mail.a.host}}:{{mail.a.port}}\"\n      parameters: { delete: true }",
                        ":8: 'delete' is not allowed in parameters of imaps"),
                swap(
                        "uri: direct:opening-mail",
                        "uri: \"imaps:{{mail.a.host}}:{{mail.a.port}}\"\n      parameters: { unseen: true }",
                        ":8: 'unseen' may not have this value"),
                swap(
                        "- route:",
                        "- beans: [ { name: x, type: java.lang.Object } ]\n- route:",
                        ":2: 'beans' is not allowed in a page"),
                swap(
                        "- route:",
                        "- routeConfiguration: { id: x, onException: [] }\n- route:",
                        ":2: only page 90 may hold a routeConfiguration"),
                swap("- route:", "- errorHandler: { }\n- route:", ":2: 'errorHandler' is not allowed"),
                swap("id: opening-mail", "id: opening-mail\n    id: twice", ":4: 'id' stands twice"),
                swap("# 20  a page", "---\n- route: {}\n---", ": a page is one YAML document"),
                swap(
                        "description: \"Opens. Writes: intake.opened\"",
                        "description: &x hello\n    autoStartup: *x",
                        ":4: an alias (*name) is not allowed"),
                swap(
                        step,
                        "- bean: &b { ref: opening, method: open }\n        - bean: *b",
                        ":9: an alias (*name) is not allowed"),
                swap("id: opening-mail", "id: [", ": this is not YAML that can be read"));
    }

    private static Arguments swap(String good, String bad, String sentence) {
        return Arguments.of(GOOD.replace(good, bad), sentence);
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void what_is_not_in_the_grammar_is_refused_with_file_line_and_sentence(String page, String sentence) {
        assertThatThrownBy(() -> check("20-x.camel.yaml", page))
                .isInstanceOf(PageRefused.class)
                .hasMessageStartingWith("20-x.camel.yaml:")
                .hasMessageContaining(sentence)
                .extracting(refused -> ((PageRefused) refused).getExitCode())
                .isEqualTo(2);
    }

    @Test
    void a_stray_yaml_file_in_the_folder_is_refused() throws IOException {
        Files.writeString(folder.resolve("extra.yaml"), GOOD);
        assertThatThrownBy(() -> new RoutesFolder(folder).pages())
                .isInstanceOf(PageRefused.class)
                .hasMessageContaining("extra.yaml:1:");
    }
}
