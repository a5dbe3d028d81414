package org.spocgateway.release;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every rule by its id: the method that looks, and the sentences that release-rules.yaml must hold for it. */
final class Rulebook {
    private static final Map<String, Page> PAGES = new LinkedHashMap<>();

    static {
        rule("R1", GateRules::notOpen, "not-open");
        rule("R2", GateRules::notConfirmed, "not-confirmed");
        rule("R4", GateRules::stopped, "stopped");
        rule("R5", RecipientRules::police, "not-police", "no-secure-way telephone", "way");
        rule("R6", GateRules::whileChecking, "while-checking");
        rule("R9", RecipientRules::sender, "not-spoc");
        rule("R10", GateRules::callMissing, "call-missing telephone");
        rule("R13", ContentRules::questions, "not-relevant", "no-question", "unknown-question question");
        rule("R14", ContentRules::needToKnow, "not-for-them fields");
        rule("R17", ContentRules::personal, "notice-personal", "no-secure-way");
        rule("R18", WayRules::standardMail, "way", "way-package", "leaves");
        rule("R19", WayRules::secureMail, "way profile", "closed family since", "expired until");
        rule("R19b", WayRules::outsideFamily, "way", "refused");
        rule("R20", WayRules::packageOnly, "way-contracted", "way-external");
        rule("R22", RecipientRules::known, "unknown", "lookalike resembles how");
        rule("R23", GateRules::notTicked, "not-ticked");
        rule("R25", GateRules::agreement, "missing force", "ended force until", "not-begun force signed");
        rule("R29", RecipientRules::frontDoor, "other-role", "asks");
        rule("R30", RecipientRules::seat, "not-a-member");
        rule(
                "R32",
                ContentRules::doubt,
                "above",
                "no-next-hop hop",
                "no-way",
                "not-frozen",
                "content-changed",
                "way-changed",
                "rules-changed",
                "recipient-changed");
    }

    private Rulebook() {}

    /**
     * One rule.
     *
     * @param sentences keys of its sentences, and the places each may fill
     */
    record Page(ReleaseRule rule, Map<String, Set<String>> sentences) {}

    static Map<String, Page> pages() {
        return PAGES;
    }

    /** Each sentence is written as its key and then the places it may fill. */
    private static void rule(String id, ReleaseRule rule, String... sentences) {
        var keys = new LinkedHashMap<String, Set<String>>();
        for (String sentence : sentences) {
            String[] words = sentence.split(" ", -1);
            keys.put(words[0], Arrays.stream(words).skip(1).collect(Collectors.toCollection(TreeSet::new)));
        }
        PAGES.put(id, new Page(rule, keys));
    }
}
