package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A bug found: other processes that tests start stood beside the demonstration, and the README's second command no longer knew which. */
final class SecondCommandTest {
    @Test
    void the_readmes_second_command_names_the_demonstration() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(Files.readString(Path.of("README.md"))).contains("./mvnw -q spring-boot:test-run");
        assertThat(pom.replaceAll("\\s+", ""))
                .contains("<id>default-cli</id><configuration><mainClass>" + Demonstration.class.getName()
                        + "</mainClass>");
    }
}
