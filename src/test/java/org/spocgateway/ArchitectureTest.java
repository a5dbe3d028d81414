package org.spocgateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the table of packages of docs/architecture.md: who may know whom. */
class ArchitectureTest {
    private static final String ROOT = "org.spocgateway.";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.spocgateway");

    /** What each package may import beside itself and {@code terms}. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("terms", List.of()),
            Map.entry("proof", List.of()),
            Map.entry("work", List.of()),
            Map.entry("vault", List.of()),
            Map.entry("scanner", List.of()),
            Map.entry("transferlog", List.of("vault")),
            Map.entry("directory", List.of("transferlog")),
            Map.entry("envelope", List.of("directory")),
            Map.entry("classification", List.of("envelope", "directory")),
            Map.entry(
                    "intake",
                    List.of("work", "vault", "transferlog", "directory", "envelope", "classification", "scanner")),
            Map.entry("release", List.of("directory")),
            Map.entry("portal", List.of("vault", "transferlog", "directory", "work")),
            Map.entry(
                    "casework",
                    List.of(
                            "intake",
                            "classification",
                            "directory",
                            "portal",
                            "vault",
                            "transferlog",
                            "work",
                            "envelope")),
            Map.entry(
                    "dispatch",
                    List.of(
                            "casework",
                            "release",
                            "portal",
                            "classification",
                            "envelope",
                            "directory",
                            "vault",
                            "transferlog",
                            "work",
                            "intake")),
            Map.entry("submission", List.of("casework", "directory", "vault", "transferlog", "scanner")),
            Map.entry(
                    "desk",
                    List.of(
                            "casework",
                            "dispatch",
                            "release",
                            "portal",
                            "directory",
                            "transferlog",
                            "intake",
                            "classification",
                            "envelope",
                            "vault",
                            "scanner")),
            Map.entry("review", List.of("transferlog", "directory")));

    static Stream<Map.Entry<String, List<String>>> packages() {
        return MAY_KNOW.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_package_knows_only_the_rows_above_it(Map.Entry<String, List<String>> row) {
        List<String> allowed = Stream.concat(
                        Stream.of(row.getKey()),
                        Stream.concat(
                                row.getValue().stream(),
                                row.getKey().equals("proof") ? Stream.empty() : Stream.of("terms")))
                .map(name -> ROOT + name)
                .toList();
        noClasses()
                .that()
                .resideInAPackage(ROOT + row.getKey() + "..")
                .should()
                .dependOnClassesThat(new DescribedPredicate<>("are ours and outside " + allowed) {
                    @Override
                    public boolean test(JavaClass other) {
                        return other.getPackageName().startsWith("org.spocgateway")
                                && allowed.stream()
                                        .noneMatch(name -> other.getPackageName()
                                                        .equals(name)
                                                || other.getPackageName().startsWith(name + "."));
                    }
                })
                .allowEmptyShould(true)
                .check(CODE);
    }

    @Test
    void only_envelope_knows_bouncycastle() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "envelope..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.bouncycastle..")
                .check(CODE);
    }

    @Test
    void only_one_room_reads_the_files_that_others_send() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "envelope.container..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.poi..", "org.apache.pdfbox..", "net.lingala.zip4j..", "org.apache.tika..")
                .check(CODE);
    }

    @Test
    void nobody_but_envelope_enters_its_rooms_and_they_do_not_know_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "envelope..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "envelope.(**)")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "envelope.(**)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "envelope")
                .check(CODE);
    }

    @Test
    void only_envelope_knows_pgpainless() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "envelope..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.pgpainless..")
                .check(CODE);
    }

    @Test
    void only_work_knows_db_scheduler() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "work..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.github.kagkarlsson..")
                .check(CODE);
    }

    @Test
    void pure_packages_know_no_spring_no_database_and_no_logger() {
        for (String pure : List.of("terms", "proof", "envelope", "classification", "release")) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + pure + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "java.sql..", "javax.sql..", "org.slf4j..", "java.util.logging..")
                    .check(CODE);
        }
    }

    @Test
    void the_clock_is_injected() {
        noClasses().should().callMethod(Instant.class, "now").check(CODE);
        noClasses().should().callMethod(LocalDate.class, "now").check(CODE);
        noClasses().should().callMethod(LocalDateTime.class, "now").check(CODE);
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CODE);
    }

    @Test
    void only_dispatch_decides() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "dispatch..", ROOT + "release..")
                .should()
                .callMethodWhere(new DescribedPredicate<>("decide or again of ReleaseRules") {
                    @Override
                    public boolean test(com.tngtech.archunit.core.domain.JavaMethodCall call) {
                        return call.getTargetOwner().getName().equals(ROOT + "release.ReleaseRules")
                                && List.of("decide", "again").contains(call.getName());
                    }
                })
                .check(CODE);
    }

    @Test
    void nothing_is_called_channel_or_util() {
        noClasses()
                .should()
                .haveNameMatching(".*[.](Channel|[A-Za-z]*(Utils?|Helper|Manager|Service|Impl))")
                .check(CODE);
    }

    @Test
    void every_package_says_what_it_is() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/spocgateway"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith("spocgateway"))
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    @Test
    void permissions_and_receipts_cannot_be_made_elsewhere() throws ClassNotFoundException {
        for (String door : List.of("release.Permitted", "transferlog.Receipt")) {
            Class<?> type = Class.forName(ROOT + door);
            assertThat(type.getModifiers() & java.lang.reflect.Modifier.FINAL).isNotZero();
            assertThat(type.getConstructors())
                    .as("public constructors of " + door)
                    .isEmpty();
            assertThat(Arrays.asList(type.getInterfaces())).doesNotContain(java.io.Serializable.class);
        }
    }
}
