package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spocgateway.terms.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = WebWorld.class)
class AccountsTest {
    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient db;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        WebWorld.freshState(settings);
    }

    @Test
    void an_account_is_a_pseudonym_and_its_names_are_sealed() {
        var made = (Added.Made) accounts.add("ros.hale", "Ros Hale", Actor.Role.OFFICER);

        assertThat(made.account().id()).matches("officer-[0-9]+");
        assertThat(made.word()).matches("[a-z]+-[a-z]+-[0-9]{2}");
        assertThat(made.link()).endsWith("/sign-in").doesNotContain(made.word());
        assertThat(made.toString()).doesNotContain("Ros", "ros", made.word());
        assertThat(accounts.byId(made.account().id())).contains(made.account());
        db.sql("select sign_in_sealed, name_sealed, word_index from account where id = :id")
                .param("id", made.account().id())
                .query((row, n) -> {
                    for (int column = 1; column <= 3; column++) {
                        assertThat(new String(row.getBytes(column), java.nio.charset.StandardCharsets.ISO_8859_1))
                                .doesNotContainIgnoringCase("hale")
                                .doesNotContain(made.word());
                    }
                    return true;
                })
                .single();
    }

    @Test
    void officer_and_reviewer_are_never_one_person() {
        assertThat(accounts.add("ada.one", "Ada One", Actor.Role.OFFICER)).isInstanceOf(Added.Made.class);

        assertThat(accounts.add("ada.one", "Ada Two", Actor.Role.REVIEWER)).isInstanceOf(Added.NotMade.class);
        assertThat(accounts.add("ada.two", " ada  ONE", Actor.Role.REVIEWER)).isInstanceOf(Added.NotMade.class);
        assertThat(accounts.add("marta", "Marta Quill", Actor.Role.REVIEWER))
                .as("an officer of the directory")
                .isInstanceOf(Added.NotMade.class);
        assertThat(accounts.notKeptApart()).isEmpty();
    }

    @Test
    void somebody_who_became_both_behind_our_back_is_found_by_the_check() {
        var reviewer = (Added.Made) accounts.add("imran.w", "Imran Whitlock", Actor.Role.REVIEWER);
        var officer = (Added.Made) accounts.add("bea.three", "Bea Three", Actor.Role.OFFICER);
        assertThat(accounts.notKeptApart()).isEmpty();

        db.sql(
                        "update account set name_index = (select name_index from account where id = :reviewer) where id = :officer")
                .param("reviewer", reviewer.account().id())
                .param("officer", officer.account().id())
                .update();
        assertThat(accounts.notKeptApart()).containsExactly(reviewer.account().id());

        accounts.close("bea.three");
        assertThat(accounts.notKeptApart()).isEmpty();
    }

    @Test
    void nonsense_is_refused_with_a_sentence() {
        for (Added refused : new Added[] {
            accounts.add("", "A B", Actor.Role.OFFICER),
            accounts.add("a\nb", "A B", Actor.Role.OFFICER),
            accounts.add("a.b", "  ", Actor.Role.OFFICER),
            accounts.add("a.b", "A B", Actor.Role.SYSTEM)
        }) {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            Added.NotMade.class,
                            not -> assertThat(not.sentence()).isNotBlank());
        }
    }

    @Test
    void a_closed_account_signs_nobody_in() {
        var made = (Added.Made) accounts.add("gone.soon", "Gone Soon", Actor.Role.OFFICER);
        assertThat(accounts.close("gone.soon")).isTrue();
        assertThat(accounts.takeWord("gone.soon", made.word())).isEmpty();
        assertThat(accounts.byId(made.account().id())).isEmpty();
        assertThat(accounts.add("gone.soon", "Other Person", Actor.Role.OFFICER))
                .isInstanceOf(Added.NotMade.class);
    }
}
