package org.spocgateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.Databases.Database;
import org.spocgateway.portal.AnswerGiven.Answer;
import org.spocgateway.portal.PackageStatus.State;
import org.spocgateway.terms.TransferId;

class PackagesTest {
    private final List<Object> told = new ArrayList<>();

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_package_is_staged_once_and_its_contents_open_in_order(Database database) {
        var house = new House(database);
        var contents = house.example();

        house.packages.stage(contents);
        house.packages.stage(contents);

        var visiting = visiting(house);
        assertThat(visiting.contents(visiting.row(contents.id())).fields()).containsExactlyEntriesOf(contents.fields());
        assertThat(house.entries()).containsOnlyOnce("portal.stored");
        assertThat(state(house, contents.id())).isEqualTo(State.STAGED);
        byte[] stored = database.db()
                .sql("select contents from portal_package")
                .query(byte[].class)
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("Zebedee", "tenancy");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_link_is_made_live_once_in_the_callers_transaction_and_stored_hashed_only(Database database) {
        var house = new House(database);
        var contents = house.example();
        house.packages.stage(contents);
        database.tx().executeWithoutResult(status -> {
            house.packages.makeLive(contents.id());
            status.setRollbackOnly();
        });
        assertThat(state(house, contents.id())).isEqualTo(State.STAGED);

        String path = database.tx().execute(status -> house.packages.makeLive(contents.id()));

        assertThat(path).matches("/r/[A-Za-z0-9_-]{43}");
        assertThat(visiting(house).behind(path.substring(3))).isPresent();
        assertThat(visiting(house).behind("x".repeat(43))).isEmpty();
        assertThatThrownBy(() -> database.tx().execute(status -> house.packages.makeLive(contents.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void five_wrong_codes_cost_a_wait_of_1_5_then_15_minutes_and_never_more(Database database) {
        var house = new House(database);
        var id = house.example();
        String link = house.live(id);
        var visiting = visiting(house);
        Visit visit = begin(visiting, link);

        for (int minutes : List.of(1, 5, 15, 15)) {
            String code = house.packages.codeToReadOut(id.id(), House.OFFICER);
            for (int left = 4; left > 0; left--) {
                assertThat(visiting.tryCode(visit, other(code)).came()).isEqualTo(new CodeTried.Wrong(left));
            }
            Instant until = house.clock.instant().plus(Duration.ofMinutes(minutes));
            assertThat(visiting.tryCode(visit, other(code)).came()).isEqualTo(new CodeTried.Wait(until));
            assertThat(visiting.tryCode(visit, code).came()).isEqualTo(new CodeTried.Wait(until));
            house.clock.advance(Duration.ofMinutes(minutes));
            assertThat(visiting.tryCode(visit, code).came()).isInstanceOf(CodeTried.NoCode.class);
        }
        String code = house.packages.codeToReadOut(id.id(), House.OFFICER);
        assertThat(visiting.tryCode(visit, code.substring(0, 3) + " " + code.substring(3))
                        .came())
                .isInstanceOf(CodeTried.Right.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_code_lives_for_30_minutes_works_once_and_is_void_after_the_next(Database database) {
        var house = new House(database);
        var contents = house.example();
        var visiting = visiting(house);
        String link = house.live(contents);
        String first = house.packages.codeToReadOut(contents.id(), House.OFFICER);
        String second = house.packages.codeToReadOut(contents.id(), House.OFFICER);

        assertThat(
                        first.equals(second)
                                ? new CodeTried.Wrong(4)
                                : visiting.tryCode(begin(visiting, link), first).came())
                .isInstanceOf(CodeTried.Wrong.class);
        assertThat(visiting.tryCode(begin(visiting, link), second).came()).isInstanceOf(CodeTried.Right.class);
        assertThat(visiting.tryCode(begin(visiting, link), second).came()).isInstanceOf(CodeTried.NoCode.class);
        String late = house.packages.codeToReadOut(contents.id(), House.OFFICER);
        house.clock.advance(Duration.ofMinutes(30));
        assertThat(visiting.tryCode(begin(visiting, link), late).came()).isInstanceOf(CodeTried.NoCode.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void an_answer_is_stored_told_and_logged_together_or_not_at_all(Database database) {
        var house = new House(database);
        var contents = house.example();
        String link = house.live(contents);
        var failing = visiting(house, event -> {
            throw new IllegalStateException("the case cannot be written");
        });
        Visit visit = reading(house, failing, contents.id(), link);
        Draft draft = failing.draft(visit).orElseThrow().with(Answer.KNOWN, true, "a plan of our own");

        assertThatThrownBy(() -> failing.send(visit, draft)).hasMessageContaining("the case cannot");
        assertThat(state(house, contents.id())).isEqualTo(State.READ);
        assertThat(house.entries()).doesNotContain("portal.answered");

        assertThat(visiting(house).send(visit, draft)).isTrue();
        assertThat(visiting(house).send(visit, draft)).isFalse();
        assertThat(told).singleElement().isInstanceOfSatisfying(AnswerGiven.class, given -> {
            assertThat(given.answer()).isEqualTo(Answer.KNOWN);
            assertThat(given.planExists()).isTrue();
            assertThat(given.givenBy()).isEqualTo("Marta Quill, housing officer");
            assertThat(given.receipt()).matches("R-[0-9A-Z]{4}-[0-9A-Z]{4}");
        });
        assertThat(house.entries())
                .containsSubsequence(
                        "portal.stored",
                        "portal.live",
                        "portal.code-read-out",
                        "portal.auth-ok",
                        "portal.read",
                        "portal.answered");
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void withdrawing_ends_visits_and_drafts_at_once_and_leaves_an_answer_alone(Database database) {
        var house = new House(database);
        var withdrawn = house.example();
        var answered = house.example();
        var visiting = visiting(house);
        Visit visit = reading(house, visiting, withdrawn.id(), house.live(withdrawn));
        Visit done = reading(house, visiting, answered.id(), house.live(answered));
        visiting.send(done, visiting.draft(done).orElseThrow().with(Answer.NOT_KNOWN, false, ""));

        database.tx().executeWithoutResult(status -> {
            house.packages.revoke(withdrawn.id(), House.OFFICER);
            house.packages.revoke(answered.id(), House.OFFICER);
        });

        assertThat(visiting.visit(visit.token())).isEmpty();
        assertThat(visiting.send(visit, Draft.by("a", "b").with(Answer.KNOWN, false, "late")))
                .isFalse();
        assertThat(state(house, withdrawn.id())).isEqualTo(State.REVOKED);
        assertThat(state(house, answered.id())).isEqualTo(State.ANSWERED);
        assertThatThrownBy(() -> house.packages.codeToReadOut(withdrawn.id(), House.OFFICER))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("org.spocgateway.Databases#both")
    void a_link_ends_a_fortnight_after_the_reply_date(Database database) {
        var house = new House(database);
        var contents = house.example();
        house.live(contents);

        house.clock.advance(Duration.ofDays(21));
        house.packages.expire();
        assertThat(state(house, contents.id())).isEqualTo(State.LIVE);
        house.clock.advance(Duration.ofDays(1));
        house.packages.expire();

        assertThat(state(house, contents.id())).isEqualTo(State.EXPIRED);
        assertThat(house.entries()).contains("portal.expired");
    }

    private Visiting visiting(House house) {
        return visiting(house, told::add);
    }

    private static Visiting visiting(House house, java.util.function.Consumer<Object> listener) {
        return new Visiting(
                house.database.db(),
                house.database.tx(),
                house.vault,
                house.log,
                listener::accept,
                house.clock,
                house.random,
                house.settings);
    }

    private static Visit begin(Visiting visiting, String link) {
        return visiting.visit(visiting.begin(visiting.behind(link.substring(3)).orElseThrow()))
                .orElseThrow();
    }

    private static Visit reading(House house, Visiting visiting, TransferId id, String link) {
        String code = house.packages.codeToReadOut(id, House.OFFICER);
        String token = visiting.tryCode(begin(visiting, link), code).token();
        visiting.introduce(visiting.visit(token).orElseThrow(), "Marta Quill", "housing officer");
        return visiting.visit(token).orElseThrow();
    }

    private static State state(House house, TransferId id) {
        return house.packages.status(id).orElseThrow().state();
    }

    private static String other(String code) {
        return code.equals("123456") ? "654321" : "123456";
    }
}
