package org.spocgateway.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ClamAV itself, where it is installed. */
class RealClamdTest {
    @TempDir
    Path folder;

    @Test
    void clamd_tells_clean_malicious_and_too_large_apart() throws IOException {
        assumeTrue(RealClamd.installed().isPresent(), "skipped: clamd is not installed here");
        try (RealClamd clamd = RealClamd.start(folder)) {
            var scanner = new Clamd(ClamdAddress.of(clamd.address()), Duration.ofSeconds(20));

            assertThat(scanner.version()).startsWith("ClamAV");
            assertThat(scanner.scan("a letter".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Scan.Clean());
            assertThat(scanner.scan(new byte[RealClamd.MOST_BYTES - 1])).isEqualTo(new Scan.Clean());
            assertThat(scanner.scan(("x " + RealClamd.MALICIOUS).getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(new Scan.Infected("Gateway.Test.UNOFFICIAL"));
            assertThat(scanner.scan(new byte[5 * RealClamd.MOST_BYTES])).isEqualTo(new Scan.TooLarge());
        }
    }
}
