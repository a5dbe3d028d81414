package org.spocgateway.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.work.Barrier;
import org.spocgateway.work.H2Barrier;
import org.spocgateway.work.NotDurable;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class DatabaseSettingsTest {
    @TempDir
    Path folder;

    @Test
    void without_a_word_the_database_is_a_file_in_the_state_folder_that_is_ours_alone() {
        runner().run(context -> {
            assertThat(context.getBean(Barrier.class)).isInstanceOf(H2Barrier.class);
            context.getBean(Barrier.class).take();
            assertThat(folder.resolve("state/spoc.mv.db")).exists();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))))
                    .isEqualTo("rwx------");
        });
    }

    @Test
    void an_h2_database_that_delays_its_writes_is_refused() {
        runner().withPropertyValues("spring.datasource.url=jdbc:h2:file:" + folder.resolve("slow"))
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .isInstanceOf(NotDurable.class)
                        .hasMessageContaining("WRITE_DELAY 500")
                        .extracting(cause -> ((NotDurable) cause).getExitCode())
                        .isEqualTo(2));
    }

    @Test
    void a_postgresql_that_forgets_is_refused() throws IOException {
        try (var forgetful = startedWithDefaults()) {
            runner().withPropertyValues(
                            "spring.datasource.url=" + forgetful.getJdbcUrl("postgres", "postgres"),
                            "spring.datasource.username=postgres")
                    .run(context -> assertThat(context.getStartupFailure())
                            .rootCause()
                            .isInstanceOf(NotDurable.class)
                            .hasMessageContaining("fsync and synchronous_commit off"));
        }
    }

    @Test
    void another_isolation_than_read_committed_is_refused() {
        runner().withPropertyValues("spring.datasource.hikari.transaction-isolation=TRANSACTION_SERIALIZABLE")
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("READ COMMITTED"));
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withUserConfiguration(DatabaseSettings.class)
                .withPropertyValues("gateway.state=" + folder.resolve("state"));
    }

    private static EmbeddedPostgres startedWithDefaults() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException | RuntimeException e) {
            return abort("PostgreSQL cannot start here: " + e);
        }
    }
}
