package org.spocgateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** certs/ and the references to it agree, and no private key stands in the tree. */
class CertificatesTest {
    private static final Path CERTS = Path.of("certs");
    private static final Pattern REFERENCE = Pattern.compile("(?:certs/)?((?:[a-z0-9-]+/)?[a-z0-9-]+\\.pem)");
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "state", "keys");

    @Test
    void every_certificate_is_named_in_config_or_is_one_of_our_own() throws IOException {
        String config = config();

        assertThat(present())
                .filteredOn(file -> !file.startsWith("own/") && !file.startsWith("trust/"))
                .allSatisfy(file -> assertThat(config).contains(file));
    }

    @Test
    void every_reference_has_its_file() throws IOException {
        Matcher found = REFERENCE.matcher(config());

        assertThat(found.results().map(hit -> hit.group(1)))
                .allSatisfy(name -> assertThat(present()).anyMatch(file -> file.equals(name)));
    }

    @Test
    void the_table_names_exactly_the_files() throws IOException {
        String table = Files.readString(CERTS.resolve("README.md"));
        Set<String> named = Pattern.compile("(?m)^\\| ([a-z0-9/-]+\\.pem) \\|")
                .matcher(table)
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(present());
    }

    @Test
    void every_certificate_is_one_x509_certificate_and_nothing_else() throws Exception {
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        for (String file : present()) {
            try (var in = Files.newInputStream(CERTS.resolve(file))) {
                X509Certificate certificate = (X509Certificate) reader.generateCertificate(in);
                assertThat(certificate.getNotAfter()).as(file).isAfter("2031-01-01");
                assertThat(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                        .as(file)
                        .isBlank();
            }
        }
    }

    @Test
    void every_authority_of_mail_certificates_has_a_fresh_revocation_list() throws Exception {
        CertificateFactory reader = CertificateFactory.getInstance("X.509");
        try (var authority = Files.newInputStream(CERTS.resolve("trust/smime-ca.pem"));
                var list = Files.newInputStream(CERTS.resolve("crl/smime-ca.crl"))) {
            X509CRL crl = (X509CRL) reader.generateCRL(list);
            crl.verify(reader.generateCertificate(authority).getPublicKey());
            assertThat(crl.getNextUpdate()).isAfter("2031-01-01");
            assertThat(crl.getRevokedCertificates()).isNull();
        }
    }

    @Test
    void no_private_key_stands_in_the_tree() throws IOException {
        for (Path file : ours()) {
            String name = file.getFileName().toString();
            assertThat(name)
                    .doesNotEndWith(".p12")
                    .doesNotEndWith(".pfx")
                    .doesNotEndWith(".jks")
                    .doesNotEndWith(".key");
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(Pattern.compile("-----BEGIN [A-Z ]*PRIVATE" + " KEY-----")
                            .matcher(text)
                            .find())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void the_maker_makes_the_same_layout_with_keys_apart(@TempDir Path folder) throws Exception {
        DemonstrationPki pki = DemonstrationPki.make(folder, "a test only");

        assertThat(pems(pki.certs())).isEqualTo(present());
        KeyStore store =
                KeyStore.getInstance(pki.keyFile(DemonstrationPki.SPOC_2025).toFile(), "a test only".toCharArray());
        assertThat(store.getCertificate("spoc-2025")).isEqualTo(pki.certificate(DemonstrationPki.SPOC_2025));
        pki.certificate(DemonstrationPki.LARKHILL).verify(pki.smimeAuthority().getPublicKey());
        pki.certificate(DemonstrationPki.SERVER).verify(pki.relayAuthority().getPublicKey());
    }

    private static Set<String> present() throws IOException {
        return pems(CERTS);
    }

    private static Set<String> pems(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".pem"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String config() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            List<Path> pages =
                    files.filter(file -> file.toString().endsWith(".yaml")).toList();
            var all = new StringBuilder();
            for (Path page : pages) {
                all.append(Files.readString(page)).append('\n');
            }
            return all.toString();
        }
    }

    private static List<Path> ours() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""))) {
            return files.filter(file -> !NOT_OURS.contains(file.getName(0).toString()))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}
