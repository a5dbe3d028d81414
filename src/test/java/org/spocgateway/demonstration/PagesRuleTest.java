package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.dispatch.TransferState;
import org.springframework.boot.ExitCodeGenerator;

/** The whole gateway started in earnest with pages of routes/ that somebody spoilt: it does not start, or nothing leaves it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesRuleTest {
    private static final String PAGE_50 = "50-enforce-channel-rules.camel.yaml";
    private static final String PAGE_80 = "80-transfer-log.camel.yaml";
    private static final String ENFORCE = "- bean: { ref: channelRules, method: enforce }";
    private static final String SIGN = "- bean: { ref: transferLogSteps, method: checkpoint }";

    @TempDir
    Path folder;

    private final DemonstrationPki pki = DemonstrationPki.shared();
    private final Map<Spoilt, Trial> trials = new EnumMap<>(Spoilt.class);
    private Trial delivered;

    /** Five gateways side by side, each asked by an officer to tell Children's services, which the gate never hinders. */
    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path all) {
        for (Spoilt how : Spoilt.values()) {
            trials.put(how, Trial.of(pki, how.spoil.apply(Routes.copied(all.resolve(how.name())))));
        }
        delivered = Trial.of(pki, Routes.copied(all.resolve("delivered")));
        RunningGateway.await("it leaves", Duration.ofSeconds(20), delivered::hasLeft);
        RunningGateway.await("it is sent", Duration.ofSeconds(10), () -> delivered.state() == TransferState.SENT);
    }

    @AfterAll
    void stop() {
        trials.values().forEach(Trial::close);
        delivered.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "- to: smtps:relay.example                              | 'to' is not allowed",
                "- toD: { uri: \"smtps:relay.example\" }                | 'toD' is not allowed",
                "- wireTap: { uri: direct:elsewhere }                   | 'wireTap' is not allowed",
                "- log: { message: \"${body}\" }                        | 'log' is not allowed",
                "- bean: { ref: dataSource, method: getConnection }     | bean 'dataSource' is not a step"
            })
    void a_forbidden_step_stops_the_start_before_anything_is_polled_or_served(String step, String said)
            throws IOException {
        Routes routes = Routes.copied(folder).replace(PAGE_50, ENFORCE, step);

        Throwable refused =
                catchThrowable(() -> routes.start(delivered.world(), pki).close());

        assertThat(refused).isNotNull();
        ExitCodeGenerator fault = Stream.iterate(refused, Objects::nonNull, Throwable::getCause)
                .filter(ExitCodeGenerator.class::isInstance)
                .map(ExitCodeGenerator.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fault of a page", refused));
        assertThat(fault.getExitCode()).isEqualTo(2);
        assertThat(((Throwable) fault).getMessage()).contains(PAGE_50 + ":" + routes.lineOf(PAGE_50, step), said);
        assertThat(routes.state().resolve("spoc.mv.db")).doesNotExist();
    }

    @Test
    void as_the_pages_are_delivered_it_leaves() {
        assertThat(delivered.hasLeft()).isTrue();
        assertThat(delivered.state()).isEqualTo(TransferState.SENT);
    }

    @ParameterizedTest
    @EnumSource(Spoilt.class)
    void with_a_page_removed_or_edited_past_its_step_nothing_leaves(Spoilt how) {
        Trial trial = trials.get(how);
        assertThat(trial.hasLeft()).isFalse();
        assertThat(trial.state()).isIn(how.rests);
    }

    private enum Spoilt {
        PAGE_50_REMOVED(routes -> routes.remove(PAGE_50), TransferState.APPROVED),
        PAGE_50_WITHOUT_ITS_DECISION(
                routes -> routes.replace(PAGE_50, ENFORCE, "- bean: { ref: standardMail, method: send }"),
                TransferState.APPROVED),
        PAGE_80_REMOVED(routes -> routes.remove(PAGE_80), TransferState.PERMITTED, TransferState.ATTEMPTING),
        PAGE_80_WITHOUT_ITS_SIGNATURE(
                routes -> routes.replace(PAGE_80, SIGN, "- bean: { ref: receipts, method: collect }"),
                TransferState.PERMITTED,
                TransferState.ATTEMPTING);

        private final UnaryOperator<Routes> spoil;
        private final List<TransferState> rests;

        Spoilt(UnaryOperator<Routes> spoil, TransferState... rests) {
            this.spoil = spoil;
            this.rests = List.of(rests);
        }
    }
}
