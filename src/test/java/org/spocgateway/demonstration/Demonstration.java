package org.spocgateway.demonstration;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.RunningGateway;
import org.spocgateway.directory.Directory;
import org.spocgateway.terms.Actor;
import org.spocgateway.wiring.Accounts;
import org.spocgateway.wiring.Added;

/**
 * The first command: the whole policy on real mail, told in the policy's order.
 *
 * <p>{@code --once}: no pauses, ends by itself with 0, or with 1 and the step that failed. {@code --certificates=FOLDER}: only makes the
 * public certificates of the invented council and its partners anew.
 */
public final class Demonstration {
    private final Story story;
    private final Path folder;
    private final PrintStream out;
    private final Map<String, String> settings;
    private final int imapsPort;
    private final int borderPort;
    private String step = "starting";

    /** Ports of 0 are any free ones. */
    public Demonstration(
            Story story, Path folder, PrintStream out, int imapsPort, int borderPort, Map<String, String> settings) {
        this.story = story;
        this.folder = folder;
        this.out = out;
        this.imapsPort = imapsPort;
        this.borderPort = borderPort;
        this.settings = settings;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Optional<String> certificates = Arrays.stream(args)
                .filter(each -> each.startsWith("--certificates="))
                .map(each -> each.substring("--certificates=".length()))
                .findFirst();
        if (certificates.isPresent()) {
            DemonstrationPki.makeCertificates(Path.of(certificates.get()));
            return;
        }
        boolean once = Arrays.asList(args).contains("--once");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var demonstration = new Demonstration(
                Story.load(),
                Path.of("target/demo"),
                out,
                3993,
                3587,
                Map.of(
                        "server.port", "8443",
                        "gateway.portal.port", "8444",
                        "gateway.desk.origin", "https://localhost:8443",
                        "gateway.dispatch.portal-address", "https://localhost:8444"));
        try {
            demonstration.run(!once);
        } catch (Throwable failure) {
            out.println();
            out.println("The demonstration stopped at: " + demonstration.step + ".  " + failure.getMessage());
            out.println("More is in target/demo/gateway.log.");
            failure.printStackTrace(new PrintStream(Files.newOutputStream(Path.of("target/demo/failure.txt")), true));
            System.exit(1);
        }
        if (once) {
            System.exit(0);
        }
        Thread.currentThread().join();
    }

    /** Tells everything; with {@code stays} true the gateway goes on running and the last block says how to look at it. */
    public void run(boolean stays) throws IOException {
        run(stays, scene -> {});
    }

    /** The same, and looks at the scene once more before the gateway is closed. */
    void run(boolean stays, Consumer<Scene> last) throws IOException {
        emptyFolder();
        // until the gateway's own logging starts, the mail servers are not listened to
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.OFF);
        Instant began = Instant.now();
        DemonstrationPki pki = DemonstrationPki.shared();
        var world = new MailWorld(pki, imapsPort, borderPort);
        var all = new LinkedHashMap<String, String>();
        all.put("gateway.casework.undo", "PT4S");
        all.putAll(settings);
        RunningGateway gateway = RunningGateway.start(world, pki, folder, all);
        boolean done = false;
        try {
            var narrator = new Narrator(out, stays);
            head(narrator, world, gateway, Duration.between(began, Instant.now()));
            var scene = new Scene(story, world, gateway, pki, narrator);
            Map<String, Added.Made> accounts = accounts(gateway);
            scene.officer = accounts.get("jo").account().actor();
            chapters(scene, pki);
            step = "proof";
            new Proven(scene, folder).tell(began.toEpochMilli());
            last.accept(scene);
            if (stays) {
                new LastBlock(out).print(gateway, world, accounts);
            }
            done = true;
        } finally {
            if (!(done && stays)) {
                gateway.close();
                world.close();
            }
        }
    }

    private void chapters(Scene scene, DemonstrationPki pki) {
        var asking = new Asking(scene);
        var before = new BeforeTheGate(scene, asking);
        var partner = new PartnerBrowser(pki.tls(), scene.portal);
        var after = new AfterTheGate(scene, asking, partner, new PartnerBrowser(pki.tls(), scene.portal));
        chapter("4.1 a worry arrives", before::worry);
        chapter("4.1 on to police", before::onToPolice);
        chapter("4.1 asking too early", before::tooEarly);
        chapter("2.6 a safeguarding referral", before::safeguarding);
        chapter("4.2 a lookalike", before::lookalike);
        chapter("4.3 the police referral", before::referral);
        chapter("4.3 the call", before::call);
        chapter("4.6 received securely", before::confirm);
        chapter("4.4 one request, three ways", after::ask);
        chapter("4.4 the partner answers", after::scannerAndAnswer);
        chapter("4.5 the NHS trust answers", after::larkhill);
        chapter("a mail nobody can open", after::unopenable);
        chapter("4.2 police say stop", after::stop);
    }

    private void chapter(String name, Runnable tell) {
        step = name;
        tell.run();
    }

    private Map<String, Added.Made> accounts(RunningGateway gateway) {
        var made = new LinkedHashMap<String, Added.Made>();
        Story officers = story.part("officers");
        for (String name : officers.names()) {
            Story person = officers.part(name);
            Added added = gateway.part(Accounts.class)
                    .add(
                            person.text("sign-in"),
                            person.text("name"),
                            Actor.Role.valueOf(person.text("role").toUpperCase(java.util.Locale.ROOT)));
            if (added instanceof Added.Made account) {
                made.put(name, account);
            } else {
                throw new AssertionError("no account for " + name + ": " + added);
            }
        }
        return made;
    }

    private void head(Narrator narrator, MailWorld world, RunningGateway gateway, Duration since) {
        narrator.line(
                "SPOC gateway, demonstration.  Council, police and partners are invented.  Nothing leaves this computer.");
        narrator.line(
                "Mail: GreenMail, IMAPS " + world.imapsPort() + ", SMTP+TLS " + world.borderPort() + "   Database: "
                        + folder.resolve("spoc") + "   Keys: made " + since.toSeconds() + " s ago   Council: "
                        + gateway.part(Directory.class).council().name());
        narrator.line("Everything else the gateway says is in " + folder.resolve("gateway.log"));
        narrator.line("");
        narrator.line("policy  what happens");
    }

    private void emptyFolder() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        Files.createDirectories(folder);
    }
}
