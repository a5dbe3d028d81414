package org.spocgateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Databases;
import org.spocgateway.casework.CaseEvent;
import org.spocgateway.casework.CaseMoved;
import org.spocgateway.casework.CaseProgress;
import org.spocgateway.casework.CaseReviews;
import org.spocgateway.casework.CaseState;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.ClosingEvidence;
import org.spocgateway.casework.Confirmation;
import org.spocgateway.casework.Gates;
import org.spocgateway.casework.PhoneCall;
import org.spocgateway.casework.PurgeCertificate;
import org.spocgateway.casework.PurgeCertificates;
import org.spocgateway.casework.Purging;
import org.spocgateway.casework.Retention;
import org.spocgateway.casework.TimelineEntry;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.intake.ContentErased;
import org.spocgateway.intake.Intake;
import org.spocgateway.portal.PartnerAtHome;
import org.spocgateway.proof.Verify;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.TransferLog;
import org.spocgateway.vault.KeySearch;
import org.spocgateway.vault.Vault;

/**
 * One case from referral to purge, and what is left of it: a police referral, the gate, three questions over three ways and real relays
 * with TLS, answers, panel, closing, reviews, retention, purge, and the end of the key epoch.
 */
class LifeOfACaseTest {
    private static final String NAME = "Zyxwolde Quagmarsh";
    private static final Duration GRACE = Duration.ofDays(3);

    @TempDir
    Path folder;

    @Test
    void a_case_lives_and_is_erased_and_no_backup_opens_and_every_proof_still_verifies() throws Exception {
        Office office = Office.onFile(folder.resolve("db"));
        InboundId referral = office.arrives(
                "From: prevent.referrals@northmere.police.uk\r\nTo: channel.spoc@brackenford.gov.uk\r\n"
                        + "Subject: Referral\r\nMessage-ID: <r1@northmere.police.uk>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\nPlease begin to gather information.\r\n"
                        + "Name: " + NAME + "\r\n",
                MessageKind.POLICE_REFERRAL);
        CaseId id =
                office.the(Intake.class).find(referral).orElseThrow().caseId().orElseThrow();
        assertThat(words(office, id)).contains("case-opened", "gate-proposed");

        office.the(Gates.class).confirm(id, new Confirmation(referral, true), Office.JO);
        assertThat(words(office, id)).contains("gate-opened");
        List<TransferId> asked = office.ask(id, "childrens-social-care", "larkhill-nhs-trust", "tidewell-homes");
        assertThat(asked.stream().map(office::run).map(TransferView::state)).containsOnly(TransferState.SENT);
        assertThat(asked.stream()
                        .map(office::view)
                        .map(each -> each.transferChannel().orElseThrow().word()))
                .containsExactly("internal-standard", "gcsx", "egress-style");
        office.the(PartnerAtHome.class).reads(asked.get(2));
        office.the(PartnerAtHome.class).answers(asked.get(2));
        assertThat(standing(office, id)).isEqualTo(CaseState.REQUESTS_OUT);
        assertThat(types(office)).contains("gate.opened", "decision.permitted", "out.sent", "portal.answered");

        CaseProgress progress = office.the(CaseProgress.class);
        progress.step(id, CaseEvent.READY, Office.JO);
        progress.panelMet(id, LocalDate.of(2026, 11, 24), Office.JO);
        progress.step(id, CaseEvent.ADOPT, Office.JO);
        var call = new PhoneCall("PC 4417 Ros Adeyemi-Hale", "4417", office.clock.instant(), Office.FORCE_NUMBER);
        assertThat(progress.close(id, ClosingEvidence.of(call), Office.JO)).isInstanceOf(CaseMoved.class);
        assertThat(standing(office, id)).isEqualTo(CaseState.CLOSED);

        String reference = office.reference(id);
        contentGoesAfterThirtyDays(office, id, referral);
        dueAfterTheReviews(office, id);
        Databases.Database backup = backup(office);
        String checkpoint = office.the(TransferLog.class).sign().note();
        PurgeCertificate certificate = purged(office, id);
        assertThat(certificate.text())
                .contains(reference, referral.value(), asked.get(0).value(), "12 months", "at the latest")
                .doesNotContain(NAME, "northmere.police.uk");
        assertThat(certificate.sha256())
                .isEqualTo(Fingerprint.of(certificate.text().getBytes(StandardCharsets.UTF_8))
                        .hex());
        assertThat(office.leaves())
                .anySatisfy(leaf -> assertThat(leaf).contains("erased.holder", certificate.sha256(), "case_tag"));

        theEpochEnds(office, certificate);
        nothingOpens(office, backup, id, asked);
        proofsHold(office, checkpoint);
        assertThat(office.the(TransferExplanations.class)
                        .of(asked.get(1))
                        .orElseThrow()
                        .decisions()
                        .get(0)
                        .opening()
                        .orElseThrow()
                        .fingerprint())
                .isEmpty();
    }

    private static void contentGoesAfterThirtyDays(Office office, CaseId id, InboundId referral) {
        office.clock.advance(Duration.ofDays(29));
        office.the(Retention.class).tick();
        assertThat(office.the(Intake.class).raw(referral)).isNotEmpty();
        office.the(CaseProgress.class).legalHold(id, true, "court", Office.JO);
        office.clock.advance(Duration.ofDays(2));
        office.the(Retention.class).tick();
        assertThat(office.the(Intake.class).raw(referral)).as("legal hold").isNotEmpty();
        office.the(CaseProgress.class).legalHold(id, false, "over", Office.JO);
        office.the(Retention.class).tick();
        assertThatThrownBy(() -> office.the(Intake.class).raw(referral)).isInstanceOf(ContentErased.class);
        assertThat(words(office, id)).contains("content-deleted", "sent-content-deleted", "legal-hold-on");
    }

    private static void dueAfterTheReviews(Office office, CaseId id) {
        CaseReviews reviews = office.the(CaseReviews.class);
        for (CaseState due : List.of(CaseState.REVIEW_6M, CaseState.REVIEW_12M)) {
            office.clock.advance(Duration.ofDays(184));
            office.the(Vault.class).turnEpoch(GRACE);
            reviews.timePasses();
            assertThat(standing(office, id)).isEqualTo(due);
            reviews.reviewed(id, Office.JO);
        }
        assertThat(standing(office, id)).isEqualTo(CaseState.PURGE_DUE);
    }

    private static PurgeCertificate purged(Office office, CaseId id) {
        office.the(CaseProgress.class).legalHold(id, true, "court", Office.JO);
        assertThat(office.the(Purging.class).purge(id, Office.JO)).isEmpty();
        office.the(CaseProgress.class).legalHold(id, false, "over", Office.JO);
        office.clock.advance(Duration.ofDays(8));
        office.the(Retention.class).tick();
        assertThat(office.the(Cases.class).find(id)).isEmpty();
        assertThat(standingWord(office, id)).isEqualTo("purged");
        PurgeCertificate certificate =
                office.the(PurgeCertificates.class).find(id.value()).orElseThrow();
        assertThat(certificate.finalSince()).isEmpty();
        return certificate;
    }

    private static void theEpochEnds(Office office, PurgeCertificate certificate) {
        office.clock.advance(Duration.ofDays(31));
        office.the(Vault.class).turnEpoch(GRACE);
        office.clock.advance(GRACE);
        office.the(Vault.class).turnEpoch(GRACE);
        assertThat(office.the(PurgeCertificates.class)
                        .find(certificate.id())
                        .orElseThrow()
                        .finalSince())
                .isPresent();
    }

    /** Everything that is in the backup and in the file as it is now, against every key that still exists. */
    private void nothingOpens(Office office, Databases.Database backup, CaseId id, List<TransferId> asked)
            throws Exception {
        var search = new KeySearch(office.state.resolve("keys"));
        assertThat(backup.db()
                        .sql("select count(*) from holder_key where wrapped is not null")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(search.holders(backup)).as("no wrap of the backup opens").isEmpty();
        var living = search.holders(office.database);
        assertThat(living.keySet()).contains("policy", "certificate").noneMatch(holder -> holder.contains(id.value()));
        assertThat(living.keySet()).noneMatch(holder -> asked.stream().anyMatch(each -> holder.contains(each.value())));
        assertThat(search.blobs(backup, living))
                .as("no data key of the backup opens")
                .isEmpty();
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.getFileName().toString())
                        .doesNotContain(NAME);
            }
        }
    }

    private void proofsHold(Office office, String checkpoint) throws IOException {
        Path export = folder.resolve("export.zip");
        try (var out = Files.newOutputStream(export)) {
            office.the(TransferLog.class).export(out);
        }
        assertThat(Verify.verify(export, Optional.empty(), Optional.of(checkpoint))
                        .exitCode())
                .isZero();
    }

    private Databases.Database backup(Office office) throws IOException {
        office.database
                .tx()
                .executeWithoutResult(status -> office.the(PolicyTexts.class)
                        .activate("release-rules", "0".repeat(64), java.util.Map.of("release-rules.yaml", new byte[] {1
                        })));
        Path zip = folder.resolve("backup.zip");
        office.database.db().sql("backup to '" + zip + "'").update();
        Path copy = Files.createDirectories(folder.resolve("backup"));
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Files.copy(
                        in, copy.resolve(Path.of(entry.getName()).getFileName().toString()));
            }
        }
        return Databases.h2(copy);
    }

    private static CaseState standing(Office office, CaseId id) {
        return CaseState.of(standingWord(office, id));
    }

    private static String standingWord(Office office, CaseId id) {
        return office.database
                .db()
                .sql("select state from case_standing where case_id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private static List<String> words(Office office, CaseId id) {
        return office.the(Cases.class).timeline(id).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private static String types(Office office) {
        return String.join("\n", office.leaves());
    }
}
