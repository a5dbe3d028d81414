package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;

/** The table of arrival grades (domain 3.4; policy 4.6). */
class GradingTest {
    private static final Directory DIRECTORY = MailRoom.directory("modern");
    private static final RuleBook BOOK = MailRoom.ruleBook(java.nio.file.Path.of("config"));

    /**
     * Signature: none, pinned, broken, foreign (nobody's pin), sealed-pinned. DMARC as our border says it; tls as the border hop says
     * it; the rest as named.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sealed-pinned | pass | good | -            | modern    | A
            sealed-pinned | pass | none | -            | modern    | A
            sealed-pinned | -    | none | -            | modern    | B
            sealed-pinned | fail | good | -            | modern    | D
            pinned        | pass | good | -            | modern    | A
            pinned        | -    | good | -            | modern    | B
            pinned        | pass | none | -            | modern    | E
            broken        | pass | good | -            | modern    | F
            foreign       | pass | good | -            | modern    | D
            none          | pass | good | -            | modern    | C
            none          | pass | esmtps | -          | modern    | C
            none          | pass | 1.2  | -            | modern    | C
            none          | pass | old  | -            | modern    | D
            none          | pass | none | -            | modern    | E
            none          | none | good | -            | modern    | D
            none          | fail | good | -            | modern    | D
            none          | -    | good | -            | modern    | D
            none          | -    | none | -            | modern    | E
            none          | pass | good | other-domain | modern    | D
            none          | pass | good | other-server | modern    | D
            none          | pass | good | twice        | modern    | F
            none          | pass | good | against      | modern    | F
            none          | pass | good | foreign-hop  | modern    | F
            none          | pass | good | inside-hop   | modern    | C
            none          | pass | good | reply-to     | modern    | D
            none          | pass | good | same-force   | modern    | C
            none          | -    | relay | -           | gcsx-2017 | B
            none          | -    | relay | -           | modern    | E
            none          | -    | border-relay | -    | gcsx-2017 | B
            """)
    void grade(String signature, String dmarc, String tls, String trick, String profile, ArrivalGrade expected) {
        String from = tls.contains("relay")
                ? "prevent.referrals@northmere.pnn.police.uk"
                : "prevent.referrals@northmere.police.uk";
        byte[] raw = String.join("\r\n", headers(from, dmarc, tls, trick)).getBytes(StandardCharsets.UTF_8);
        ReadMail mail = ReadMail.of(raw);
        var grading = new Grading(BOOK.relays(profile), BOOK.border(), BOOK.codes(), DIRECTORY);

        Arrival arrival = grading.grade(opening(signature, raw), mail, SenderSide.of(mail, DIRECTORY));

        assertThat(arrival.grade()).as(arrival.reasons().toString()).isEqualTo(expected);
        assertThat(arrival.evidence()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "prevent.referrals@northmere.police.uk.example, LOOKALIKE",
        "prevent.referrals@northmerepolice.uk, LOOKALIKE",
        "prevent.referrals@n0rthmere.police.example, LOOKALIKE",
        "prevent@northmere-police.co.uk, LOOKALIKE",
        "prevent@westholm.police.uk, UNKNOWN_FORCE",
        "prevent.referrals@northmere.police.uk, POLICE_MAILBOX",
        "somebody@cid.northmere.police.uk, POLICE_DOMAIN",
        "somebody@xnorthmere.police.uk, UNKNOWN_FORCE",
        "jo.pendry@brackenford.gov.uk, OFFICER",
        "contractor@brackenford.gov.uk, COUNCIL_DOMAIN",
        "jo.pendry@brackenford-gov.uk, LOOKALIKE",
        "office@oakmere-academy.example, SCHOOL",
        "larkhill.safeguarding@nhs.net, PARTNER",
        "someone.else@nhs.net, NOBODY",
        "r77120@freemail.example, NOBODY"
    })
    void side(String from, SenderSide expected) {
        ReadMail mail = ReadMail.of(("From: " + from + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));

        assertThat(SenderSide.of(mail, DIRECTORY)).isEqualTo(expected);
    }

    private static List<String> headers(String from, String dmarc, String tls, String trick) {
        String domain = trick.equals("other-domain") ? "mailings.example" : from.replaceAll(".*@", "");
        String server = trick.equals("other-server") ? "mx.freemail.example" : "mx.brackenford.gov.uk";
        String results = "Authentication-Results: " + server + "; dmarc=" + dmarc + " (p=reject) header.from=" + domain;
        var lines = new ArrayList<String>();
        switch (trick) {
            case "foreign-hop" -> lines.add("Received: from a.example by relay.freemail.example with ESMTPS");
            case "inside-hop" ->
                lines.add("Received: from mx.brackenford.gov.uk by store.brackenford.gov.uk with LMTP");
            default -> {}
        }
        if (!dmarc.equals("-")) {
            lines.add(trick.equals("against") ? results + "; dmarc=fail" : results);
        }
        lines.add("Received: " + hop(tls));
        if (trick.equals("twice")) {
            lines.add(results);
        }
        lines.add("From: " + from);
        if (trick.equals("reply-to")) {
            lines.add("Reply-To: desk@freemail.example");
        } else if (trick.equals("same-force")) {
            lines.add("Reply-To: Prevent <prevent.referrals@northmere.pnn.police.uk>");
        }
        lines.add("\r\ntext\r\n");
        return lines;
    }

    private static String hop(String tls) {
        String border = "from mail.northmere.police.uk by mx.brackenford.gov.uk ";
        return switch (tls) {
            case "good" -> border + "with Microsoft SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384)";
            case "1.2" -> border + "(using TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384) with ESMTPS";
            case "esmtps" -> border + "with ESMTPS id 7F21";
            case "old" -> border + "(version=TLS1_0) with ESMTPS";
            case "relay" -> "from gw1.northmere.pnn.police.uk by relay.gsi.example with ESMTP";
            case "border-relay" -> "from relay.gsi.example by mx.brackenford.gov.uk with ESMTP";
            default -> border + "with ESMTP id 7F21";
        };
    }

    private static Opening opening(String signature, byte[] raw) {
        Optional<String> key = signature.startsWith("sealed") ? Optional.of("spoc-2026") : Optional.empty();
        boolean pinned = signature.endsWith("pinned");
        Signature seen = switch (signature) {
            case "none" -> Signature.NONE;
            case "broken" -> Signature.INVALID;
            default -> Signature.VALID;
        };
        return new Opened(Content.of(raw), List.of(), key, seen, Optional.empty(), key.isPresent(), pinned, pinned);
    }
}
