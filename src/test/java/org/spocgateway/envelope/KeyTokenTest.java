package org.spocgateway.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our keys in a token behind PKCS#11: SoftHSM, where it is installed. */
class KeyTokenTest {
    private static final String PIN = "482915";
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib64/pkcs11/libsofthsm2.so"),
            Path.of("/usr/local/lib/softhsm/libsofthsm2.so"));

    @TempDir
    private Path folder;

    @Test
    void keys_in_a_token_open_and_sign_mail_and_never_leave_it() throws Exception {
        Optional<Path> library = LIBRARIES.stream().filter(Files::isReadable).findFirst();
        assumeTrue(library.isPresent(), "softhsm2 is not installed here: nothing is shown of keys in a token");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        assertThat(run("softhsm2-util", "--init-token", "--free", "--label", "spoc", "--pin", PIN, "--so-pin", PIN))
                .isNotEmpty();

        Map<String, String> told = told(library.get());

        assertThat(told).containsEntry("stays", "true true");
        assertThat(told)
                .containsEntry("gcm-spoc-2026", "spoc-2026 RSA-OAEP VALID")
                .containsEntry("cbc-spoc-2026", "spoc-2026 RSA VALID")
                .containsEntry("gcm-larkhill-safeguarding", "larkhill-safeguarding ECDH VALID")
                .containsEntry("cbc-larkhill-safeguarding", "larkhill-safeguarding ECDH VALID")
                .containsEntry("signed-spoc-2026", "VALID")
                .containsEntry("signed-larkhill-safeguarding", "VALID");
        assertThat(told.get("pin")).contains("does not open with the PIN in gateway.secrets.spoc-2026");
        assertThat(told.get("label")).contains("holds no private key with its certificate under the label nobody");
        assertThat(told.get("slot")).contains("slot 77");
        assertThat(told.values()).noneMatch(each -> each.contains(PIN));
    }

    @Test
    void a_missing_library_and_a_key_in_two_places_are_told() {
        Path nowhere = folder.resolve("nowhere.so");

        assertThatThrownBy(() -> new KeyPlace.Token(nowhere, 0, "spoc-2026").load("spoc-2026", new char[0]))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("no readable PKCS#11 library " + nowhere);
        assertThatThrownBy(
                        () -> KeyPlace.of("spoc-2026", Optional.of(nowhere), Optional.of(nowhere), 0, Optional.empty()))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("give either store");
    }

    @Test
    void a_library_that_is_none_is_told() throws IOException {
        Path text = Files.writeString(folder.resolve("text.so"), "no library");

        assertThatThrownBy(() -> new KeyPlace.Token(text, 0, "spoc-2026").load("spoc-2026", new char[0]))
                .isInstanceOf(UnusableKey.class)
                .hasMessageContaining("is no PKCS#11 library with a slot 0");
    }

    private Map<String, String> told(Path library) throws Exception {
        String lines = run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                TokenMail.class.getName(),
                folder.toString(),
                library.toString(),
                PIN);
        var told = new HashMap<String, String>();
        lines.lines()
                .filter(line -> line.contains(" "))
                .forEach(line -> told.put(line.split(" ", 2)[0], line.split(" ", 2)[1]));
        return told;
    }

    private String run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).redirectError(new File("target/key-token.log"));
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out;
    }
}
