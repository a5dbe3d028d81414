package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StartRefusedTest {
    @TempDir
    Path folder;

    @Test
    void a_start_with_faults_in_four_files_tells_all_of_them_and_ends_with_2() {
        Installation installation = Installation.in(folder)
                .replace("directory/partners.yaml", "    kind: CONTRACTED", "    knid: CONTRACTED")
                .replace("release-rules.yaml", "information-request: [R22, R1,", "information-request: [R22,")
                .replace("classification.yaml", "kind: K19, structure", "kind: K99, structure")
                .replace("templates/notice.txt", "{{link}}", "{{lnk}}");
        new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(DirectoryBeans.class, ReleaseBeans.class)
                .withPropertyValues("gateway.config=" + installation.config(), "gateway.certs=" + installation.certs())
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(StartFailures.exitCode(context.getStartupFailure()))
                            .isEqualTo(2);
                    assertThat(new StartFailures()
                                    .analyze(context.getStartupFailure())
                                    .getDescription())
                            .contains(
                                    "directory/partners.yaml:" + installation.lineOf("directory/partners.yaml", "knid"))
                            .contains("release-rules.yaml:")
                            .contains("classification.yaml:")
                            .contains("templates/notice.txt:")
                            .contains("Fix: ");
                });
    }

    @Test
    void another_host_and_port_are_laid_over_a_next_hop_by_property() {
        Installation installation = Installation.in(folder);
        new ApplicationContextRunner()
                .withBean(Clock.class, Clock::systemUTC)
                .withUserConfiguration(DirectoryBeans.class)
                .withPropertyValues(
                        "gateway.config=" + installation.config(),
                        "gateway.certs=" + installation.certs(),
                        "gateway.next-hops.public-relay.host=localhost",
                        "gateway.next-hops.public-relay.port=4587")
                .run(context -> assertThat(context.getBean(org.spocgateway.directory.Directory.class)
                                .nextHop("public-relay"))
                        .hasValueSatisfying(hop -> {
                            assertThat(hop.host()).isEqualTo("localhost");
                            assertThat(hop.port()).isEqualTo(4587);
                        }));
    }
}
