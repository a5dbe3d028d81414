package org.spocgateway.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Officer;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/**
 * The decision table, enumerated: each case of the product gets exactly one outcome from the real rules, the one that
 * decision-table.txt says with every reason, and nothing about a person is permitted in clear. Then a million drawn cases of more.
 */
class DecisionTableTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate CERTIFICATES_ENDED = LocalDate.of(2099, 1, 1);
    private static final int DRAWN = 1_000_000;
    private static final DecisionTable TABLE = new DecisionTable(Path.of("src/test/resources/decision-table.txt"));
    private static final List<String> NAMES = List.copyOf(TABLE.dimensions().keySet());

    /** What the whole product leaves to the drawn cases. */
    private static final Map<String, Set<String>> ONLY_DRAWN = Map.of(
            "urgency", Set.of("none"),
            "agreement", Set.of("not-begun"),
            "marking", Set.of("OFFICIAL"),
            "questions", Set.of("own", "odd", "plan-holder"),
            "fields", Set.of("many", "odd"),
            "certificate", Set.of("ended"));

    private static final List<List<String>> WORDS =
            List.copyOf(TABLE.dimensions().values());
    private static final Map<String, Integer> PLACES =
            NAMES.stream().collect(Collectors.toMap(name -> name, NAMES::indexOf));
    private static final TransferId ID = TransferId.random(new SecureRandom());
    private static final Fingerprint CONTENT = Fingerprint.of(new byte[] {1});
    private static final MailAddress PERSON = new MailAddress("jo.pendry@brackenford.gov.uk");
    private static final Map<String, MailAddress> ADDRESSES = addresses();
    private static final Map<String, Set<String>> QUESTIONS = Map.of(
            "standard", Set.of("known", "support", "vulnerability"),
            "own", Set.of("known", "free-text"),
            "none", Set.of(),
            "odd", Set.of("shoe-size"),
            "plan-holder", Set.of("plan-holder"));
    private static final Map<String, Set<String>> FIELDS =
            Map.of("few", Set.of("name", "born"), "many", Set.of("name", "nhs-number"), "odd", Set.of("shoe-size"));
    private static final Map<String, Setting> SETTINGS = new HashMap<>();

    @TempDir
    static Path folder;

    /** One installation: the profile, both settings and the agreement decide which. */
    private record Setting(ReleaseRules rules, Directory directory) {}

    @BeforeAll
    static void installations() {
        for (String profile : words("profile")) {
            for (String leaving : words("leaving")) {
                for (String outside : words("outside")) {
                    for (String agreement : words("agreement")) {
                        SETTINGS.put(
                                profile + leaving + outside + agreement, setting(profile, leaving, outside, agreement));
                    }
                }
            }
        }
    }

    @Test
    void every_case_of_the_table_has_exactly_one_outcome_and_nothing_about_a_person_leaves_in_clear() {
        List<int[]> product = NAMES.stream().map(DecisionTableTest::enumerated).toList();
        var counts = new TreeMap<String, Integer>();
        int[] digits = new int[product.size()];
        int cases = 0;
        do {
            int[] words = new int[digits.length];
            for (int i = 0; i < words.length; i++) {
                words[i] = product.get(i)[digits[i]];
            }
            counts.merge(check(words), 1, Integer::sum);
            cases++;
        } while (next(digits, product));
        report(cases + " cases enumerated: " + counts);
        assertThat(cases)
                .isEqualTo(product.stream().mapToInt(each -> each.length).reduce(1, (a, b) -> a * b));
        assertThat(counts).containsOnlyKeys("permitted", "refused", "held");
    }

    @Test
    void a_million_drawn_cases_are_decided_as_the_table_says() {
        var random = new Random(20_261_124);
        var counts = new TreeMap<String, Integer>();
        for (int i = 0; i < DRAWN; i++) {
            int[] drawn = new int[WORDS.size()];
            for (int place = 0; place < drawn.length; place++) {
                drawn[place] = random.nextInt(WORDS.get(place).size());
            }
            // After the certificates the agreement has ended too, unless its holder said why the council goes on.
            if (word(drawn, "certificate").equals("ended")
                    && !word(drawn, "agreement").equals("overridden")) {
                drawn[NAMES.indexOf("agreement")] = words("agreement").indexOf("ended");
            }
            counts.merge(check(drawn), 1, Integer::sum);
        }
        report(DRAWN + " cases drawn: " + counts);
        assertThat(counts).containsOnlyKeys("permitted", "refused", "held");
    }

    @Test
    void the_oracle_refuses_a_word_that_it_does_not_know() throws IOException {
        Path wrong = folder.resolve("wrong.txt");
        Files.writeString(wrong, "dimension gate closed open\nagainst R1 refuse gate=ajar\n");
        assertThatThrownBy(() -> new DecisionTable(wrong)).hasMessage("gate has no word ajar");
    }

    /** Puts one case to the real rules; returns {@code permitted}, {@code refused} or {@code held}. */
    private static String check(int[] words) {
        Setting setting = SETTINGS.get(
                word(words, "profile") + word(words, "leaving") + word(words, "outside") + word(words, "agreement"));
        Gate gate = Gate.of(word(words, "gate"));
        LocalDate day = word(words, "certificate").equals("ended") ? CERTIFICATES_ENDED : DAY;
        Decision decision =
                setting.rules().decide(transfer(words, setting.directory()), setting.directory(), gate, day);
        String expected = TABLE.of(words);
        if (!told(decision).equals(expected)) {
            throw new AssertionError(NAMES.stream()
                    .map(name -> name + "=" + word(words, name))
                    .collect(Collectors.joining(" ", "", ": " + told(decision) + ", but the table says " + expected)));
        }
        if (decision instanceof Permitted permitted) {
            neverInClear(permitted, setting.directory());
            return "permitted";
        }
        return decision instanceof Refused ? "refused" : "held";
    }

    /** Standard mail stays with officers whose mail stays, secure mail with the secure family; all else is a sealed package. */
    private static void neverInClear(Permitted permitted, Directory directory) {
        MailAddress to = permitted.transfer().recipient();
        boolean safe = switch (permitted.transferChannel()) {
            case INTERNAL_STANDARD ->
                directory.at(to).or(() -> directory.ownMailbox(to)).orElseThrow() instanceof Officer officer
                        && !officer.autoForwards();
            case GCSX -> directory.ways().profile().holds(to);
            case EGRESS_STYLE -> true;
        };
        if (!safe) {
            throw new AssertionError("permitted in clear to " + to);
        }
    }

    private static Transfer transfer(int[] words, Directory directory) {
        MailAddress sender = switch (word(words, "sender")) {
            case "spoc" -> directory.council().spocMailbox();
            case "secure-identity" -> directory.council().secureIdentity();
            default -> PERSON;
        };
        return new Transfer(
                ID,
                TransferKind.of(word(words, "kind")),
                ADDRESSES.get(word(words, "recipient")),
                sender,
                QUESTIONS.get(word(words, "questions")),
                FIELDS.get(word(words, "fields")),
                word(words, "content").equals("personal"),
                word(words, "handling").equals("ticked"),
                word(words, "urgency").equals("call-missing"),
                Marking.valueOf(word(words, "marking")),
                CONTENT);
    }

    private static String told(Decision decision) {
        if (decision instanceof Permitted permitted) {
            return permitted.transferChannel().word();
        }
        boolean refused = decision instanceof Refused;
        List<Reason> reasons = refused ? ((Refused) decision).reasons() : ((Held) decision).reasons();
        return (refused ? "refused " : "held ")
                + reasons.stream().map(Reason::rule).distinct().sorted().collect(Collectors.joining(" "));
    }

    private static Setting setting(String profile, String leaving, String outside, String agreement) {
        String name = String.join("_", profile, leaving, outside, agreement);
        Installation copy = Installation.in(folder.resolve(name)).append("directory/partners.yaml", """
              - id: northside-council
                name: Northside Council
                kind: PUBLIC_BODY
                addresses: [duty@northside.gcsx.gov.uk]
                telephone: 020 7946 0160
                roles: [housing]
                fields: [name, born]
              - id: support-line
                name: Support Line
                kind: CONTRACTED
                addresses: [support.line@nhs.net]
                telephone: 020 7946 0161
                roles: [housing]
                fields: [name, born]
            """);
        copy.replace("channels.yaml", "in-force: modern", "in-force: " + profile);
        if (leaving.equals("refuse")) {
            copy.replace("channels.yaml", "officer-mail-that-leaves: egress-style", "officer-mail-that-leaves: refuse");
        }
        if (outside.equals("refuse")) {
            copy.replace(
                    "channels.yaml", "public-sector-without-gcsx: egress-style", "public-sector-without-gcsx: refuse");
        }
        switch (agreement) {
            case "ended", "overridden" ->
                copy.replace("directory/agreements.yaml", "until: 2027-03-31", "until: 2026-11-01");
            case "not-begun" -> copy.replace("directory/agreements.yaml", "signed: 2026-04-01", "signed: 2026-12-01");
            default -> {}
        }
        if (agreement.equals("overridden")) {
            copy.replace("directory/agreements.yaml", "# override:", "override:");
        }
        return new Setting(copy.rules(), copy.directory());
    }

    private static Map<String, MailAddress> addresses() {
        return Map.ofEntries(
                to("officer", "childrens.socialcare@brackenford.gov.uk"),
                to("front-door", "childrens.frontdoor@brackenford.gov.uk"),
                to("chair", "marta.quill@brackenford.gov.uk"),
                to("other-officer", "jo.pendry@brackenford.gov.uk"),
                to("officer-forwarded", "youth.justice@brackenford.gov.uk"),
                to("nhs-net", "larkhill.safeguarding@nhs.net"),
                to("nhs-own", "safeguarding@larkhill.nhs.uk"),
                to("school", "office@oakmere-academy.example"),
                to("closed-family", "duty@northside.gcsx.gov.uk"),
                to("contracted", "safeguarding@tidewellhomes.example"),
                to("contracted-nhs", "support.line@nhs.net"),
                to("external", "casework@harbourlight.example"),
                to("police", "prevent.referrals@northmere.police.uk"),
                to("police-pnn", "prevent.referrals@northmere.pnn.police.uk"),
                to("own-mailbox", "channel.spoc@brackenford.gov.uk"),
                to("stranger", "j.doe@webmail.example"),
                to("lookalike", "prevent.referrals@northmere.police.uk.example"));
    }

    private static Map.Entry<String, MailAddress> to(String word, String address) {
        return Map.entry(word, new MailAddress(address));
    }

    private static int[] enumerated(String name) {
        return IntStream.range(0, words(name).size())
                .filter(i -> !ONLY_DRAWN
                        .getOrDefault(name, Set.of())
                        .contains(words(name).get(i)))
                .toArray();
    }

    /** Counts on; false after the last. */
    private static boolean next(int[] digits, List<int[]> product) {
        for (int i = digits.length - 1; i >= 0; i--) {
            if (++digits[i] < product.get(i).length) {
                return true;
            }
            digits[i] = 0;
        }
        return false;
    }

    private static List<String> words(String dimension) {
        return TABLE.dimensions().get(dimension);
    }

    private static String word(int[] words, String dimension) {
        int place = PLACES.get(dimension);
        return WORDS.get(place).get(words[place]);
    }

    /** The count, for whoever reads the build. */
    private static void report(String sentence) {
        System.out.println("decision table: " + sentence);
    }
}
