package org.spocgateway.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spocgateway.LockedFiles;
import org.spocgateway.MailMaker;

/** Referral forms are told by their structure, in every edition and in every shape in which they come. */
class FormShapeTest {
    private static final String[] NATIONAL_2025 = {
        "Prevent national referral form",
        "Section 1: Person's details",
        "Date of birth: 1 May 2001",
        "Section 2: Describe your concerns",
        "Quentin Featherstonehaugh said it at lunch.",
        "Section 3: Complex needs",
        "Section 4: Other agencies involved",
        "Does the person know about this referral? No"
    };
    private static final String[] NATIONAL_2018 = {
        "REFERRAL PROCESS",
        "INDIVIDUAL'S BIOGRAPHICAL & CONTACT DETAILS",
        "Forename(s): Quentin",
        "DESCRIBE CONCERNS",
        "In as much detail as possible, please describe the specific concern(s) relevant to Prevent.",
        "COMPLEX NEEDS",
        "PERSON WHO FIRST IDENTIFIED THE CONCERNS"
    };
    private static final String[] CHANNEL_2012 = {
        "Channel referral form",
        "RESTRICTED (when complete)",
        "Alias",
        "D.O.B.",
        "Vulnerability factors",
        "Existing agency involvement",
        "Is the person aware of the referral?"
    };

    record Form(String edition, String shape, byte[] content, String type) {
        @Override
        public String toString() {
            return edition + " " + shape;
        }
    }

    static Stream<Form> forms() {
        return Map.of("national-2025", NATIONAL_2025, "national-2018", NATIONAL_2018, "channel-2012", CHANNEL_2012)
                .entrySet()
                .stream()
                .flatMap(each -> Stream.of(
                        new Form(each.getKey(), "docx", LockedFiles.docx(each.getValue()), "application/octet-stream"),
                        new Form(each.getKey(), "odt", odt(each.getValue()), "application/octet-stream"),
                        new Form(each.getKey(), "pdf", LockedFiles.pdf(each.getValue()), "application/pdf"),
                        new Form(
                                each.getKey(),
                                "docx in a zip",
                                LockedFiles.zip(Map.of("form.docx", LockedFiles.docx(each.getValue()))),
                                "application/zip")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_decides_what_a_bland_mail_is(Form form) {
        assertThat(classified(MailMaker.NORTHMERE, form.content(), form.type()).kind())
                .isEqualTo(MessageKind.POLICE_REFERRAL);
        assertThat(classified("jo.pendry@brackenford.gov.uk", form.content(), form.type())
                        .kind())
                .isEqualTo(MessageKind.STAFF_REFERRAL);
        Classified school = classified("office@oakmere-academy.example", form.content(), form.type());
        assertThat(school.kind()).isEqualTo(MessageKind.SCHOOL_REFERRAL_COPY);
        assertThat(school.recognisedForm()).isTrue();
        assertThat(school.evidence())
                .filteredOn(each -> each.place().equals("document"))
                .extracting(Evidence::rule)
                .containsExactly("form-" + form.edition());
    }

    @Test
    void nothing_that_a_form_says_stands_in_the_evidence() {
        Classified school = classified(
                "office@oakmere-academy.example", LockedFiles.docx(NATIONAL_2025), "application/octet-stream");

        assertThat(school.evidence().toString()).doesNotContain("Quentin", "2001", "lunch");
    }

    @Test
    void prose_that_speaks_about_the_form_is_no_form() {
        byte[] article = LockedFiles.docx(
                "The national referral form has changed this year and older copies are to be withdrawn.",
                "Describe your concerns in your own words, which the new form makes easier for everybody who fills it in on a busy day.",
                "Complex needs and other information have pages of their own now, and the date of birth is asked for only once in all of it.",
                "Safeguarding considerations come last and are longer than they were in the edition that schools have used since 2018.");

        for (String sender : List.of("office@oakmere-academy.example", "jo.pendry@brackenford.gov.uk")) {
            assertThat(classified(sender, article, "application/octet-stream").recognisedForm())
                    .isFalse();
        }
    }

    private static Classified classified(String from, byte[] document, String type) {
        byte[] mail = MailMaker.from(from)
                .to(MailMaker.SPOC, MailMaker.COMMUNITY_SAFETY)
                .subject("Document")
                .text("See the file.")
                .attach("scan0001", type, document)
                .arrivedWell()
                .bytes();
        return MailRoom.sort(mail, "modern").verdict();
    }

    private static byte[] odt(String[] lines) {
        return LockedFiles.odt(
                Stream.of(lines).map(line -> line.replace("&", "&amp;")).toArray(String[]::new));
    }
}
