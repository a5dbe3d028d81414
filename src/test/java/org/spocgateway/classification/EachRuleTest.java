package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;

/** The rules that are kept where mail is sorted, one test each, and what becomes of it when the rule is taken out of the data. */
class EachRuleTest {
    private static final String REFERRAL =
            "Please find a referral PCM/2026/004213. What do you know about this person?";

    @TempDir
    Path folder;

    private Installation installation;

    @BeforeEach
    void copy() {
        installation = Installation.in(folder);
    }

    @Test
    void R3_words_that_say_no_or_not_yet_never_open() {
        String notYet = "Information gathering can commence on CHN/2017/031, but not until we ring you.";

        assertThat(sorted("channel.spoc@brackenford.gov.uk", notYet).effect()).isNotEqualTo(GateEffect.OPEN_PROPOSED);
        assertThat(sorted(
                                "channel.spoc@brackenford.gov.uk",
                                "Our checks are complete. Information gathering can commence on CHN/2017/031.")
                        .effect())
                .isEqualTo(GateEffect.OPEN_PROPOSED);
    }

    @Test
    void R8_police_mail_to_a_person_is_taken_and_flagged() {
        Classified toPerson = sorted("jo.pendry@brackenford.gov.uk", REFERRAL);

        assertThat(toPerson.kind()).isEqualTo(MessageKind.POLICE_TO_INDIVIDUAL);
        assertThat(toPerson.sentToPerson()).isTrue();
        assertThat(sorted("channel.spoc@brackenford.gov.uk", REFERRAL).sentToPerson())
                .isFalse();
    }

    @Test
    void without_R3_and_without_R8_their_tests_go_red() throws IOException {
        edit("(?m)^  (negation|condition|strong-condition|not-yet):\\n(?:    (?:- |#).*\\n)+", "  $1:\n    - zzqq\n");
        assertThat(catchThrowable(this::R3_words_that_say_no_or_not_yet_never_open))
                .isInstanceOf(AssertionError.class);

        installation = Installation.in(folder.resolve("second"));
        edit("(?m)^  - \\{ id: police-to-person,.*\\n", "");
        assertThat(catchThrowable(this::R8_police_mail_to_a_person_is_taken_and_flagged))
                .isInstanceOf(AssertionError.class);
    }

    private Classified sorted(String to, String words) {
        String mail = """
                Authentication-Results: mx.brackenford.gov.uk; dmarc=pass header.from=northmere.police.uk
                Received: from mail.northmere.police.uk by mx.brackenford.gov.uk (version=TLS1_3) with ESMTPS
                From: <prevent.referrals@northmere.police.uk>
                To: <%s>
                Subject: RE: CHN/2017/031
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(to, words).replace("\n", "\r\n");
        byte[] raw = mail.getBytes(StandardCharsets.UTF_8);
        ReadMail read = ReadMail.of(raw);
        var opened = new Opened(
                Content.of(raw), List.of(), Optional.empty(), Signature.NONE, Optional.empty(), false, false, false);
        return new Classifier(MailRoom.ruleBook(installation.config()))
                .classify(opened, read, read, installation.directory());
    }

    private void edit(String pattern, String by) throws IOException {
        Path file = installation.config().resolve("classification.yaml");
        String text = Files.readString(file);
        String changed = text.replaceAll(pattern, by);
        assertThat(changed).isNotEqualTo(text);
        Files.writeString(file, changed);
    }
}
