package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.proof.Verdict;
import org.spocgateway.proof.Verify;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.InboundId;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.TransferId;
import org.spocgateway.transferlog.Direction;
import org.spocgateway.transferlog.Entry;
import org.spocgateway.transferlog.EntryType;
import org.spocgateway.transferlog.Field;
import org.spocgateway.transferlog.TransferLog;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ReviewWorld.class, properties = "gateway.transferlog.patience=0s")
@AutoConfigureMockMvc
class ReviewPagesTest {
    private static final List<String> NEVER = List.of(
            "T.R. 2001",
            "safeguarding@",
            "jo.pendry",
            "jo-pendry",
            "Pendry",
            "harbourlight",
            "Harbourlight",
            "ros.adeyemi");

    private final TransferId sent = TransferId.random(new SecureRandom());
    private final TransferId refused = TransferId.random(new SecureRandom());
    private final TransferId told = TransferId.random(new SecureRandom());
    private final InboundId referral = InboundId.random(new SecureRandom());

    @Autowired
    private MockMvc web;

    @Autowired
    private TransferLog log;

    @Autowired
    private AccountsTable accounts;

    @Autowired
    private TransactionTemplate transactions;

    @TempDir
    private Path folder;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        WebWorld.freshState(settings);
    }

    /** They stand there without an entry in the log, which these tests count. */
    @BeforeEach
    void people() {
        for (Actor.Role role : List.of(Actor.Role.REVIEWER, Actor.Role.OFFICER, Actor.Role.ADMINISTRATOR)) {
            String id = id(role);
            if (!accounts.isOpen(id)) {
                accounts.insert(new Account(id, role, id, id), accounts.nextNumber(), Instant.EPOCH);
            }
        }
    }

    private static String id(Actor.Role role) {
        return role.name().toLowerCase(Locale.ROOT) + "-9";
    }

    @BeforeEach
    void a_morning_of_transfers() {
        append(Entry.of(EntryType.INTAKE_ACCEPTED, Direction.IN)
                .inbound(referral)
                .from(new MailAddress("ros.adeyemi-hale@northmere.police.uk")));
        append(Entry.of(EntryType.DECISION_PERMITTED, Direction.OUT)
                .transfer(sent)
                .aboutCase(CaseId.random(new SecureRandom()))
                .to(new MailAddress("safeguarding@larkhill.nhs.uk"))
                .organisation("larkhill-nhs-trust")
                .by(Actor.officer("officer-7"))
                .committed("subject", "T.R. 2001")
                .with(Field.KIND, "information-request")
                .with(Field.TRANSFER_CHANNEL, "gcsx")
                .with(Field.RULE, "R19"));
        append(Entry.of(EntryType.OUT_SENT, Direction.OUT).transfer(sent).with(Field.TLS_VERSION, "TLSv1.3"));
        append(Entry.of(EntryType.DECISION_REFUSED, Direction.OUT)
                .transfer(refused)
                .to(new MailAddress("hello@harbourlight.example"))
                .organisation("harbourlight")
                .with(Field.KIND, "information-request")
                .with(Field.RULES, List.of("R1", "R6")));
        append(Entry.of(EntryType.OUT_SENT, Direction.OUT)
                .transfer(told)
                .to(new MailAddress("jo.pendry@brackenford.gov.uk"))
                .organisation("jo-pendry")
                .with(Field.TRANSFER_CHANNEL, "internal-standard"));
        log.sign();
    }

    @Test
    void the_overview_counts_lists_refusals_and_says_where_the_signer_runs() throws Exception {
        Document page = page("/review/overview");

        assertThat(page.select("[role=status]").text()).contains("signed up to entry", "in-process");
        assertThat(page.select("tr:contains(Refused)").text()).matches(".*Refused [1-9]\\d* [1-9]\\d* [1-9]\\d*.*");
        assertThat(page.select("table").last().text()).contains("external partner P-", "R1,R6");
        assertThat(page.select("nav a[aria-current=page]").text()).isEqualTo("Overview");
        assertThat(web.perform(get("/review").with(reviewer()))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/review/overview");
    }

    @Test
    void each_filter_leaves_what_it_names_and_keeps_what_was_chosen() throws Exception {
        assertThat(listed("")).contains(sent.value(), refused.value(), told.value(), referral.value());
        assertThat(listed("transferChannel=gcsx&decision=permitted"))
                .contains(sent.value())
                .doesNotContain(refused.value());
        assertThat(listed("rule=R6")).contains(refused.value()).doesNotContain(sent.value());
        assertThat(listed("tls=TLSv1.3&outcome=sent")).contains(sent.value()).doesNotContain(told.value());
        assertThat(listed("direction=in")).contains(referral.value()).doesNotContain(sent.value());
        assertThat(listed("organisation=larkhill-nhs-trust"))
                .contains(sent.value())
                .doesNotContain(told.value());
        assertThat(listed("from=2099-01-01")).isEmpty();
        assertThat(page("/review/transfers?decision=refused")
                        .select("#decision option[selected]")
                        .text())
                .isEqualTo("refused");
    }

    @Test
    void a_day_that_is_none_is_explained_and_kept() throws Exception {
        Document page = page("/review/transfers?from=yesterday");

        assertThat(page.title()).startsWith("Error:");
        assertThat(page.select(".govuk-error-summary a[href=#from]").text()).contains("such as 2026-11-24");
        assertThat(page.select("#from").val()).isEqualTo("yesterday");
    }

    @Test
    void the_list_comes_in_pages_that_keep_the_filter() throws Exception {
        for (int i = 0; i < 60; i++) {
            append(Entry.of(EntryType.DECISION_HELD, Direction.OUT)
                    .transfer(TransferId.random(new SecureRandom()))
                    .with(Field.RULE, "R2"));
        }
        Document first = page("/review/transfers?decision=held");
        String next = first.select("a[rel=next]").attr("href");

        assertThat(first.select("tbody tr")).hasSize(50);
        assertThat(next).isEqualTo("/review/transfers?decision=held&page=2");
        assertThat(page(next).select("tbody tr")).hasSizeGreaterThanOrEqualTo(10);
        assertThat(page(next).select("a[rel=prev]").attr("href")).endsWith("page=1");
    }

    @Test
    void csv_and_json_lines_hold_exactly_what_is_on_the_screen() throws Exception {
        Document page = page("/review/transfers?rule=R6");
        byte[] csv = download(page, "This page as CSV").getContentAsByteArray();
        String json = download(page, "This page as JSON lines").getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv).startsWith(0xef, 0xbb, 0xbf);
        List<String> lines =
                new String(csv, StandardCharsets.UTF_8).substring(1).lines().toList();
        assertThat(lines.get(0))
                .isEqualTo(
                        "time_utc,direction,transfer_channel,organisation,peer_domain,kind,decision,rules,tls_version,"
                                + "smime,grade,size_bytes,code,outcome,ref");
        List<String> onScreen = page.select("tbody tr").eachText();
        assertThat(lines).hasSize(onScreen.size() + 1);
        assertThat(json.lines()).hasSameSizeAs(onScreen);
        List<String> cells = page.select("tbody tr").get(0).select("td").eachText();
        for (String cell : cells) {
            assertThat(lines.get(1)).contains(cell);
            assertThat(json.lines().findFirst().orElseThrow()).contains(cell);
        }
        assertThat(download(page, "All rows that match, as CSV").getHeader("Content-Disposition"))
                .contains("attachment");
    }

    @Test
    void one_transfer_shows_its_entries_and_gives_a_proof_of_each() throws Exception {
        Document page = page("/review/transfers/" + sent);

        assertThat(page.select(".gateway-timeline strong").eachText())
                .containsExactly("decision.permitted", "out.sent");
        assertThat(page.select("pre").first().text()).startsWith("{\"actor\":{\"ref\":\"officer-7\"");
        String link = page.select("a[href$=.tlog-proof]").last().attr("href");
        String proof = web.perform(get(link).with(reviewer()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(proof).startsWith("c2sp.org/tlog-proof@v1\nindex ");
        web.perform(get("/review/transfers/" + CaseId.random(new SecureRandom()))
                        .with(reviewer()))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_export_verifies_and_is_an_entry_of_the_log_itself() throws Exception {
        Document page = page("/review/log");
        assertThat(page.select("pre").eachText().toString()).contains("brackenford.gov.uk/transfer-log/", "log verify");

        byte[] zip = web.perform(post("/review/log/export").with(reviewer()).with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        Path file = Files.write(folder.resolve("export.zip"), zip);
        assertThat(Verify.verify(file, Optional.of(log.state().verifierKeys()))).isInstanceOf(Verdict.Verified.class);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        assertThat(text).contains("\"actor\":{\"ref\":\"reviewer-9\",\"role\":\"reviewer\"}", "log.exported");
        assertThat(NEVER).noneMatch(text::contains);
    }

    @Test
    void no_page_and_no_download_names_a_person_a_subject_or_a_partner_whose_name_tells() throws Exception {
        for (String path : List.of(
                "/review/overview",
                "/review/transfers",
                "/review/transfers.csv",
                "/review/transfers.jsonl",
                "/review/transfers/" + sent,
                "/review/transfers/" + refused,
                "/review/transfers/" + told,
                "/review/log")) {
            String text =
                    get200(path).getContentAsString(StandardCharsets.UTF_8).replace("reviewer-9", "");
            assertThat(NEVER).as(path).noneMatch(text::contains);
        }
    }

    @Test
    void nobody_else_gets_in() throws Exception {
        for (Actor.Role role : List.of(Actor.Role.OFFICER, Actor.Role.ADMINISTRATOR)) {
            web.perform(get("/review/transfers.csv").with(user(new SignedInUser(id(role), role))))
                    .andExpect(status().isForbidden());
        }
    }

    private void append(Entry entry) {
        transactions.executeWithoutResult(status -> log.append(entry));
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(get200(address).getContentAsString(StandardCharsets.UTF_8));
    }

    private List<String> listed(String query) throws Exception {
        return page("/review/transfers?" + query)
                .select("tbody tr td:last-child")
                .eachText();
    }

    private MockHttpServletResponse download(Document page, String link) throws Exception {
        return get200(page.select("a:contains(" + link + ")").attr("href"));
    }

    private MockHttpServletResponse get200(String address) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request =
                get(java.net.URI.create(address)).with(reviewer());
        return web.perform(request).andExpect(status().isOk()).andReturn().getResponse();
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor reviewer() {
        return user(new SignedInUser(id(Actor.Role.REVIEWER), Actor.Role.REVIEWER));
    }
}
