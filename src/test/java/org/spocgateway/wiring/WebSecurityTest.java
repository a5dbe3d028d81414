package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.forwardedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.terms.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(classes = WebWorld.class)
@AutoConfigureMockMvc
class WebSecurityTest {
    @Autowired
    private MockMvc web;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient db;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        WebWorld.freshState(settings);
    }

    private RequestPostProcessor as(Actor.Role role) {
        return user(SignedInUser.of(made(role).account()));
    }

    private Added.Made made(Actor.Role role) {
        String name = "t" + UUID.randomUUID().toString().substring(0, 8);
        return (Added.Made) accounts.add(name, "Somebody " + name, role);
    }

    @Test
    void nobody_gets_in_without_signing_in() throws Exception {
        for (String page : new String[] {"/", "/today", "/review/transfers", "/anything", "/passkey"}) {
            web.perform(get(page).accept("text/html"))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(header().string("Location", Matchers.endsWith("/sign-in")));
        }
    }

    @Test
    void an_officer_has_the_desk_and_not_the_review() throws Exception {
        web.perform(get("/today").with(as(Actor.Role.OFFICER))).andExpect(status().isOk());
        web.perform(get("/review/transfers").with(as(Actor.Role.OFFICER))).andExpect(status().isForbidden());
    }

    @Test
    void a_reviewer_has_the_review_and_not_the_desk() throws Exception {
        web.perform(get("/review/transfers").with(as(Actor.Role.REVIEWER))).andExpect(status().isOk());
        web.perform(get("/today").with(as(Actor.Role.REVIEWER))).andExpect(status().isForbidden());
        web.perform(post("/today/change").with(as(Actor.Role.REVIEWER)).with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_has_neither() throws Exception {
        web.perform(get("/today").with(as(Actor.Role.ADMINISTRATOR))).andExpect(status().isForbidden());
        web.perform(get("/review/transfers").with(as(Actor.Role.ADMINISTRATOR))).andExpect(status().isForbidden());
    }

    @Test
    void nothing_changes_without_the_page_s_own_token() throws Exception {
        web.perform(post("/today/change").with(as(Actor.Role.OFFICER))).andExpect(status().isForbidden());
        web.perform(get("/today/change").with(as(Actor.Role.OFFICER))).andExpect(status().isMethodNotAllowed());
        web.perform(post("/today/change").with(as(Actor.Role.OFFICER)).with(csrf()))
                .andExpect(content().string("changed 1"));
    }

    @Test
    void every_answer_carries_the_content_policy() throws Exception {
        web.perform(get("/sign-in"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", Matchers.startsWith("default-src 'self'")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(content().string(Matchers.containsString("Brackenford")));
    }

    @Test
    void the_one_script_in_the_page_is_the_one_that_the_policy_names() throws Exception {
        String page = web.perform(get("/sign-in")).andReturn().getResponse().getContentAsString();
        var script = java.util.regex.Pattern.compile("<script>(.*?)</script>").matcher(page);
        assertThat(script.find()).isTrue();
        var sha = java.security.MessageDigest.getInstance("SHA-256")
                .digest(script.group(1).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(WebSecurity.SNIPPET)
                .isEqualTo("'sha256-" + java.util.Base64.getEncoder().encodeToString(sha) + "'");
        assertThat(script.find()).isFalse();
    }

    @Test
    void a_one_time_word_signs_in_once() throws Exception {
        Added.Made jo = made(Actor.Role.OFFICER);
        MockHttpSession session = signedIn(jo);
        web.perform(get("/").session(session)).andExpect(redirectedUrl("/today"));
        web.perform(get("/passkey").session(session))
                .andExpect(content().string(Matchers.containsString(jo.account().name())));

        web.perform(post("/sign-in")
                        .with(csrf())
                        .param("name", jo.account().signIn())
                        .param("word", jo.word()))
                .andExpect(forwardedUrl("/sign-in/again"));
        web.perform(post("/sign-in/again")
                        .with(csrf())
                        .param("name", jo.account().signIn()))
                .andExpect(content().string(Matchers.containsString("error-summary")))
                .andExpect(content()
                        .string(Matchers.containsString(
                                "value=\"" + jo.account().signIn() + "\"")));
    }

    @Test
    void closing_an_account_ends_its_session_at_once() throws Exception {
        for (Actor.Role role : new Actor.Role[] {Actor.Role.OFFICER, Actor.Role.REVIEWER}) {
            Added.Made gone = made(role);
            MockHttpSession session = signedIn(gone);
            MockHttpSession colleague = signedIn(made(role));
            String page = role == Actor.Role.OFFICER ? "/today" : "/review/transfers";
            web.perform(get(page).session(session)).andExpect(status().isOk());

            accounts.close(gone.account().signIn());

            web.perform(get(page).session(session).accept("text/html"))
                    .andExpect(header().string("Location", Matchers.endsWith("/sign-in")));
            web.perform(post("/today/change").session(session).with(csrf())).andExpect(status().is3xxRedirection());
            assertThat(session.isInvalid()).isTrue();
            web.perform(get(page).session(colleague)).andExpect(status().isOk());
        }
    }

    private MockHttpSession signedIn(Added.Made account) throws Exception {
        return (MockHttpSession) web.perform(post("/sign-in")
                        .with(csrf())
                        .param("name", account.account().signIn())
                        .param("word", account.word()))
                .andReturn()
                .getRequest()
                .getSession();
    }

    @Test
    void five_wrong_words_spend_the_right_one() throws Exception {
        Added.Made made = made(Actor.Role.REVIEWER);
        for (int i = 0; i < 5; i++) {
            assertThat(accounts.takeWord(made.account().signIn(), "wrong-word-10"))
                    .isEmpty();
        }
        assertThat(accounts.takeWord(made.account().signIn(), made.word())).isEmpty();
        assertThat(accounts.newWord(made.account().signIn())
                        .flatMap(fresh -> accounts.takeWord(made.account().signIn(), fresh.word())))
                .isPresent();
    }

    @Test
    void guessing_does_not_fill_the_log() {
        long before = entries("auth.failed");
        for (int i = 0; i < 50; i++) {
            assertThat(accounts.takeWord("nobody.at.all", "wrong-word-10")).isEmpty();
        }
        assertThat(entries("auth.failed") - before).isLessThanOrEqualTo(1);
    }

    private long entries(String word) {
        return db
                .sql("select leaf from log_entry")
                .query((row, n) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                .list()
                .stream()
                .filter(each -> each.contains(word))
                .count();
    }

    @Test
    void no_page_makes_words() throws Exception {
        Added.Made made = made(Actor.Role.OFFICER);
        web.perform(post("/ott/generate")
                        .with(csrf())
                        .param("username", made.account().id()))
                .andExpect(header().string("Location", Matchers.endsWith("/sign-in")));
        assertThat(accounts.takeWord(made.account().signIn(), made.word())).isPresent();
    }

    @Test
    void signing_in_and_being_denied_stand_in_the_log_by_pseudonym_only() throws Exception {
        Added.Made made = made(Actor.Role.OFFICER);
        web.perform(post("/sign-in")
                .with(csrf())
                .param("name", made.account().signIn())
                .param("word", "wrong-word-10"));
        web.perform(post("/sign-in")
                .with(csrf())
                .param("name", made.account().signIn())
                .param("word", made.word()));
        web.perform(get("/review/transfers").with(user(SignedInUser.of(made.account()))));
        String log = String.join(
                "\n",
                db.sql("select leaf from log_entry order by seq")
                        .query((row, n) -> new String(row.getBytes(1), java.nio.charset.StandardCharsets.UTF_8))
                        .list());
        assertThat(log)
                .contains(
                        "auth.failed",
                        "auth.signed-in",
                        "auth.denied",
                        made.account().id())
                .doesNotContain(made.account().signIn(), made.account().name(), made.word());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/light-94a07e06a1-v2.woff2",
                "/webjars/govuk-frontend/5.14.0/dist/govuk/assets/images/govuk-crest.svg",
                "/webjars/govuk-frontend/dist/govuk/govuk-frontend.min.css",
                "/assets/fonts/light-94a07e06a1-v2.woff2",
                "/assets/images/govuk-crest.svg",
                "/assets/images/favicon.ico",
                "/assets/../application.yaml",
                "/application.yaml",
                "/templates/layout/page.html"
            })
    void nothing_of_the_class_path_is_served_but_our_own_files(String path) throws Exception {
        int answer = web.perform(get(path).with(as(Actor.Role.OFFICER)))
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(answer).isIn(400, 403, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/govuk-frontend.css",
                "/assets/govuk-frontend.js",
                "/assets/gateway.css",
                "/assets/gateway.js",
                "/assets/passkey.js",
                "/assets/icon.svg",
                "/sign-in",
                "/accessibility"
            })
    void what_is_served_carries_nothing_that_is_govuk_s_own(String path) throws Exception {
        String body = web.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(body)
                .isNotEmpty()
                .doesNotContainIgnoringCase("GDS Transport")
                .doesNotContainIgnoringCase("woff")
                .doesNotContainIgnoringCase("crest")
                .doesNotContain("@font-face");
    }
}
