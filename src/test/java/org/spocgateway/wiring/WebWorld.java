package org.spocgateway.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The web side without mail: the real accounts, security, vault and log over a fresh H2 file, and two pages to guard. */
@SpringBootConfiguration
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@Import({
    Basics.class,
    DatabaseSettings.class,
    VaultBeans.class,
    TransferLogBeans.class,
    DirectoryBeans.class,
    AccountsTable.class,
    Accounts.class,
    OneTimeWords.class,
    WebSecurity.class,
    WebPages.class,
    FrontendFiles.class,
    LayoutModel.class,
    SignInPages.class,
    AccessibilityPage.class,
    PeopleKeptApart.class,
    WebWorld.Guarded.class
})
class WebWorld {
    /** A state folder of its own for every test class. */
    static void freshState(DynamicPropertyRegistry settings) {
        try {
            Path state = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "web");
            settings.add("gateway.state", state::toString);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of the desk, a page of the reviewers, and something that changes. */
    @RestController
    static class Guarded {
        private int changes;

        @GetMapping("/today")
        String today() {
            return "desk";
        }

        @GetMapping("/review/transfers")
        String transfers() {
            return "review";
        }

        @PostMapping("/today/change")
        String change() {
            return "changed " + ++changes;
        }

        @GetMapping("/today/fails")
        String fails() {
            throw new IllegalStateException("Quentin Featherstonehaugh");
        }
    }
}
