package org.spocgateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.MailMaker;
import tools.jackson.databind.json.JsonMapper;

class ExplainTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void install() {
        shell = new Shell(folder);
    }

    @Test
    void an_address_is_told_with_decision_reason_and_where_each_value_stands() {
        Shell.Result result = shell.run("explain", "--to", "safeguarding@tidewellhomes.example");
        assertThat(result.out())
                .contains("permitted, egress-style")
                .contains("contracted service: sealed in the portal")
                .contains("directory/partners.yaml:"
                        + shell.installation.lineOf("directory/partners.yaml", "kind: CONTRACTED"));
        assertThat(result.code()).isZero();
    }

    @Test
    void before_the_go_ahead_every_reason_is_told_and_the_answer_is_no() {
        Shell.Result result = shell.run("explain", "--to", "office@oakmere-academy.example", "--gate", "closed");
        assertThat(result.out())
                .contains("refused, nothing leaves")
                .contains("R1   police have not said that information gathering can commence  (policy 4.1)")
                .contains("R6   nor may we ask inside the council while they check  (policy 4.1)");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void json_says_the_same() {
        Map<?, ?> told = json(shell.run("explain", "--to", "j.doe@webmail.example", "--json"));
        assertThat(told.get("verdict")).isEqualTo("refused");
        assertThat(told.get("transfer_channel")).isNull();
        assertThat(told.get("reasons").toString()).contains("R22").contains("not in the directory: approve it first");
        assertThat(told.get("values").toString()).contains("release-rules.yaml:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b@c.example",
                "a@b.example\r\nBcc: x@y.example",
                "prevent.referrals@n\u043erthmere.police.uk",
                "\"a b\"@c.example"
            })
    void an_address_that_is_none_is_refused_by_its_type(String address) {
        Shell.Result result = shell.run("explain", "--to", address);
        assertThat(result.out()).contains("not a mail address that can be used");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_wrong_word_is_usage() {
        assertThat(shell.run("explain", "--to", "x@y.example", "--gate", "ajar").code())
                .isEqualTo(2);
        assertThat(shell.run("explain").code()).isEqualTo(2);
    }

    @Test
    void a_sealed_and_signed_referral_is_explained_in_one_object() {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("OFFICIAL-SENSITIVE: Channel referral PCM/2026/004213")
                .arrivedWell()
                .text("Please find a Channel referral, PCM/2026/004213. Information gathering can commence. "
                        + "Please send us the information that you hold by Friday.")
                .signedBy(shell.pki.identity(DemonstrationPki.NORTHMERE))
                .sealedTo(shell.pki.certificate(DemonstrationPki.SPOC_2026))
                .bytes();
        Map<?, ?> told = json(
                shell.run("explain", "--eml", shell.mail("referral.eml", mail).toString(), "--json"));
        assertThat(told.get("file")).isEqualTo("referral.eml");
        assertThat(told.get("opening")).isEqualTo("opened");
        assertThat(told.get("key")).isEqualTo("spoc-2026");
        assertThat(told.get("signature")).isEqualTo("valid");
        assertThat(told.get("signer").toString()).contains(MailMaker.NORTHMERE);
        assertThat(told.get("from")).isEqualTo(MailMaker.NORTHMERE);
        assertThat(told.get("bound")).isEqualTo(true);
        assertThat(told.get("grade")).isEqualTo("A");
        assertThat(told.get("kind").toString()).startsWith("POLICE_");
        assertThat(told.get("references").toString()).contains("PCM/2026/004213");
        assertThat(told.get("gate")).isEqualTo("OPEN_PROPOSED");
        assertThat(told.get("urgent")).isEqualTo(false);
    }

    @Test
    void a_mail_sealed_to_a_key_that_is_not_ours_is_told_by_its_code() {
        byte[] mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .text("Nobody here can read this.")
                .sealedTo(shell.pki.certificate(DemonstrationPki.LARKHILL))
                .bytes();
        Shell.Result result =
                shell.run("explain", "--eml", shell.mail("sealed.eml", mail).toString(), "--json");
        assertThat(json(result).get("opening")).isEqualTo("unopened");
        assertThat(json(result).get("code")).isEqualTo("OPEN-RECIPIENT");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void what_is_no_mail_at_all_is_told_and_nothing_is_thrown() {
        Path file = shell.mail("noise.eml", "\u0000\u0001 not a mail".getBytes(StandardCharsets.UTF_8));
        assertThat(shell.run("explain", "--eml", file.toString(), "--json").code())
                .isBetween(0, 1);
    }

    @Test
    void a_folder_is_told_one_object_a_line_with_other_keys_and_authorities_and_at_another_time() throws Exception {
        var elsewhere = DemonstrationPki.make(
                folder.resolve("elsewhere"), "not the usual one", Clock.fixed(Shell.NOW, ZoneOffset.UTC));
        Path mails = Files.createDirectories(folder.resolve("mails/below"));
        Files.write(mails.getParent().resolve("a.eml"), police(elsewhere, true));
        Files.write(
                mails.resolve("b.mbox"), join("From x\n".getBytes(StandardCharsets.UTF_8), police(elsewhere, false)));
        Files.write(mails.resolve("c.bin"), new byte[] {0, 1, 2});
        Path keys = elsewhere.keyFile(DemonstrationPki.SPOC_2026).getParent();
        Files.writeString(keys.resolve("spoc-2026.password"), "not the usual one\n");
        Path trust = Files.createDirectories(folder.resolve("anchors"));
        Files.copy(elsewhere.certs().resolve("trust/smime-ca.pem"), trust.resolve("ca.pem"));
        Files.copy(elsewhere.certs().resolve("crl/smime-ca.crl"), trust.resolve("ca.crl"));
        String[] asked = {"explain", "--eml", folder.resolve("mails").toString(), "--keys", keys.toString()};

        List<Map<String, Object>> told = lines(shell.run(with(asked, "--trust", trust.toString(), "--json")));
        List<Map<String, Object>> later =
                lines(shell.run(with(asked, "--trust", trust.toString(), "--at", "2040-01-01", "--json")));
        List<Map<String, Object>> untrusted = lines(shell.run(with(asked, "--json")));

        assertThat(told).extracting(each -> each.get("file")).containsExactly("a.eml", "below/b.mbox", "below/c.bin");
        assertThat(told.get(0).get("key")).isEqualTo("spoc-2026");
        assertThat(told).extracting(each -> each.get("signature")).containsExactly("valid", "valid", "none");
        assertThat(told.get(0).get("code")).isEqualTo("TRUST-CHANGED-CERTIFICATE");
        assertThat(told.get(2).get("code")).isEqualTo("TRUST-NO-FROM");
        assertThat(told)
                .allSatisfy(
                        each -> assertThat(each.keySet()).isEqualTo(told.get(0).keySet()));
        assertThat(later.get(1).get("code")).isEqualTo("TRUST-EXPIRED");
        assertThat(untrusted.get(1).get("code"))
                .as("another authority of the same name")
                .isEqualTo("TRUST-CHAIN");
    }

    @Test
    void explaining_leaves_nothing_behind() throws Exception {
        Path file = shell.mail("a.eml", police(shell.pki, true));
        Set<String> before = tree(folder);

        shell.run("explain", "--eml", file.toString(), "--json");

        assertThat(tree(folder)).isEqualTo(before);
    }

    @Test
    void a_folder_or_a_moment_that_is_none_is_usage() {
        Path file = shell.mail("a.eml", police(shell.pki, false));
        for (String[] wrong : new String[][] {{"--keys", "/nowhere"}, {"--trust", "/nowhere"}, {"--at", "soon"}}) {
            assertThat(shell.run("explain", "--eml", file.toString(), wrong[0], wrong[1])
                            .code())
                    .isEqualTo(2);
        }
    }

    @Test
    void every_field_is_documented() throws Exception {
        String page = Files.readString(Path.of("docs/explain.md"));
        Path file = shell.mail("a.eml", police(shell.pki, false));

        Map<?, ?> told = json(shell.run("explain", "--eml", file.toString(), "--json"));

        assertThat(told.keySet()).allSatisfy(field -> assertThat(page).contains("`" + field + "`"));
    }

    private static byte[] police(DemonstrationPki pki, boolean sealed) {
        MailMaker mail = MailMaker.from(MailMaker.NORTHMERE)
                .to(MailMaker.SPOC)
                .subject("Secure document")
                .text("Checks are complete.")
                .signedBy(pki.identity(DemonstrationPki.NORTHMERE));
        return (sealed ? mail.sealedTo(pki.certificate(DemonstrationPki.SPOC_2026)) : mail).bytes();
    }

    private static Set<String> tree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file + " " + file.toFile().length()).collect(Collectors.toSet());
        }
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Shell.Result result) {
        assertThat(result.err()).isEmpty();
        return result.out()
                .lines()
                .map(line -> (Map<String, Object>) JsonMapper.builder().build().readValue(line, Map.class))
                .toList();
    }

    private static Map<?, ?> json(Shell.Result result) {
        assertThat(result.err()).isEmpty();
        return JsonMapper.builder().build().readValue(result.out(), Map.class);
    }
}
