package org.spocgateway.release;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.terms.TransferKind;

/** Rules about the way of sending: when the directory gives none, the rule that looked for it says why. */
final class WayRules {
    private WayRules() {}

    /** R18 (4.6): standard mail between council officers, if it stays inside. */
    static List<Objection> standardMail(Facts facts) {
        return Objection.when(isNone(facts, "R18"), "leaves");
    }

    /** R19 (4.6): public bodies by the secure family, open and with a certificate that is in date. */
    static List<Objection> secureMail(Facts facts) {
        var closed =
                facts.directory().ways().profile().closedFamily(facts.transfer().recipient());
        if (isNone(facts, "R19") && closed.isPresent()) {
            return List.of(new Objection(
                    "closed",
                    Map.of(
                            "family",
                            closed.get().family(),
                            "since",
                            Days.words(closed.get().since()))));
        }
        Optional<X509Certificate> ended = facts.directory()
                .sealTo(facts.transfer().recipient())
                .filter(each -> Ways.endedBefore(each, facts.day()));
        boolean waits =
                facts.transfer().kind().waitsForGate() && facts.way().rule().equals("R19");
        return ended.isPresent() && waits
                ? Objection.when(true, "expired", "until", Days.words(Ways.lastDay(ended.get())))
                : Objection.NONE;
    }

    /** R19b (4.6): a public body outside the family gets a package, if config/ says so. */
    static List<Objection> outsideFamily(Facts facts) {
        return Objection.when(isNone(facts, "R19b"), "refused");
    }

    /** R20 (4.6): contracted and external services get a package, whatever their domain: {@link Ways} gives them nothing else. */
    static List<Objection> packageOnly(Facts facts) {
        return Objection.NONE;
    }

    private static boolean isNone(Facts facts, String rule) {
        return !facts.way().exists()
                && facts.way().rule().equals(rule)
                && facts.transfer().kind() != TransferKind.FORWARD_TO_POLICE;
    }
}
