package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.dispatch.TransferState;
import org.spocgateway.dispatch.TransferView;
import org.spocgateway.terms.TransferChannel;

/**
 * The whole gateway started in earnest with page 50 or 80 removed, or edited past its step: an officer's request and a safeguarding
 * referral are accepted with the gate open, nothing leaves, and the officer reads why.
 *
 * <p>It starts all the same: mail comes in, and police can still say stop. The starts follow each other on one database; last of all the
 * delivered pages are back, and everything that waited leaves: so it was the pages that held it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesRuleTest {
    private static final String PAGE_50 = "50-enforce-channel-rules.camel.yaml";
    private static final String PAGE_80 = "80-transfer-log.camel.yaml";
    private static final String ENFORCE = "- bean: { ref: channelRules, method: enforce }";
    private static final String SIGN = "- bean: { ref: transferLogSteps, method: checkpoint }";

    private final MailWorld world = new MailWorld(DemonstrationPki.shared(), 0, 0);
    private final Map<Spoilt, Trial.Seen> seen = new EnumMap<>(Spoilt.class);
    private List<TransferView> atTheEnd = List.of();

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) {
        for (Spoilt how : Spoilt.values()) {
            Routes routes = how.spoil.apply(Routes.copied(folder.resolve(how.name())));
            try (var trial = Trial.start(world, routes, folder.resolve("state"))) {
                trial.openTheGate();
                seen.put(how, trial.ask());
            }
        }
        Routes delivered = Routes.copied(folder.resolve("delivered"));
        try (var trial = Trial.start(world, delivered, folder.resolve("state"))) {
            atTheEnd = trial.tryAgain();
        }
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void with_a_page_removed_or_edited_past_its_step_nothing_leaves(Spoilt how) {
        assertThat(seen.get(how).left()).as("mails at any relay").isZero();
        assertThat(seen.get(how).readable()).as("packages in the portal").isZero();
        assertThat(seen.get(how).asked())
                .hasSizeGreaterThan(3)
                .allSatisfy(each -> assertThat(each.state()).isIn(how.rests));
    }

    @ParameterizedTest
    @EnumSource
    void the_officer_reads_why_nothing_leaves(Spoilt how) {
        assertThat(seen.get(how).pages()).contains(how.why);
    }

    @Test
    void with_the_delivered_pages_back_everything_that_waited_leaves_each_its_own_way() {
        assertThat(atTheEnd)
                .hasSizeGreaterThan(3 * Spoilt.values().length)
                .allSatisfy(each -> assertThat(each.state()).isEqualTo(TransferState.SENT));
        assertThat(atTheEnd)
                .extracting(each -> each.transferChannel().orElseThrow())
                .contains(TransferChannel.values());
    }

    private enum Spoilt {
        PAGE_50_REMOVED(
                routes -> routes.remove(PAGE_50),
                "Its step, page 'enforce-channel-rules', is missing from this gateway. Nothing left.",
                TransferState.HELD),
        PAGE_50_SENDS_INSTEAD_OF_DECIDING(
                routes -> routes.replace(PAGE_50, ENFORCE, "- bean: { ref: standardMail, method: send }"),
                "Its step, page 'enforce-channel-rules', ran twice and carried it no further. Nothing left.",
                TransferState.HELD),
        PAGE_80_REMOVED(
                routes -> routes.remove(PAGE_80),
                "Nothing leaves: the transfer log is not signed.",
                TransferState.PERMITTED,
                TransferState.ATTEMPTING,
                TransferState.EOD_INTENT),
        PAGE_80_DOES_NOT_SIGN(
                routes -> routes.replace(PAGE_80, SIGN, "- bean: { ref: receipts, method: collect }"),
                "Nothing leaves: the transfer log is not signed.",
                TransferState.PERMITTED,
                TransferState.ATTEMPTING,
                TransferState.EOD_INTENT);

        private final UnaryOperator<Routes> spoil;
        private final String why;
        private final List<TransferState> rests;

        Spoilt(UnaryOperator<Routes> spoil, String why, TransferState... rests) {
            this.spoil = spoil;
            this.why = why;
            this.rests = List.of(rests);
        }
    }
}
