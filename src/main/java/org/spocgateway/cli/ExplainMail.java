package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyFolder;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Revocation;
import org.spocgateway.envelope.UnusableKey;
import org.spocgateway.wiring.PolicyFiles;
import org.spocgateway.wiring.RevocationFiles;

/** What mails are taken for: opened as the server would, judged by the rules in force. Nothing is stored, sent or logged. */
final class ExplainMail {
    private final Places places;
    private final Directory directory;
    private final MailSources.Chosen chosen;
    private final PrintWriter out;

    ExplainMail(Places places, Directory directory, MailSources.Chosen chosen, PrintWriter out) {
        this.places = places;
        this.directory = directory;
        this.chosen = chosen;
        this.out = out;
    }

    /** @return 0 if every mail was opened, 1 if any was not */
    int explain(Path subject, boolean json) {
        boolean isFolder = Files.isDirectory(subject);
        Envelopes envelopes = envelopes();
        var told = new MailTold(envelopes, PolicyFiles.classifier(places.config(), envelopes), directory);
        int code = 0;
        for (Path file : isFolder ? files(subject) : List.of(subject)) {
            String name = isFolder ? subject.relativize(file).toString() : String.valueOf(file.getFileName());
            Map<String, Object> one = told.of(name, bytes(file));
            if (!json) {
                print(one);
            } else {
                out.println(isFolder ? Json.line(one) : Json.pretty(one));
            }
            code = "opened".equals(one.get("opening")) ? code : 1;
        }
        return code;
    }

    private void print(Map<String, Object> one) {
        one.forEach((name, value) -> out.printf("%-12s %s%n", name, value));
        out.println();
    }

    private Envelopes envelopes() {
        List<X509Certificate> authorities =
                chosen.trust().map(KeyFolder::certificates).orElseGet(directory::trust);
        return new Envelopes(
                keys(), authorities, revocation(), places.settings().limits().limits(), chosen.clock());
    }

    private Revocation revocation() {
        Optional<List<X509CRL>> lists = chosen.trust()
                .map(folder -> files(folder).stream()
                        .filter(file -> file.toString().endsWith(".crl"))
                        .flatMap(file -> RevocationFiles.read(file).stream())
                        .toList());
        return lists.isPresent()
                ? new Revocation(lists::get, List.of(), Revocation.WhenUnknown.NOTE)
                : places.settings().revocation().below(places.certs(), new SecureRandom());
    }

    private KeyRing keys() {
        return chosen.keys().map(KeyFolder::ring).orElseGet(this::configured);
    }

    /** Those of our keys that can be used here; without them sealed mail is told as sealed to a key that we do not hold. */
    private KeyRing configured() {
        Settings settings = places.settings();
        var keys = new ArrayList<KeyRing.OwnKey>();
        for (Settings.Key key : settings.keys()) {
            Optional<String> password = settings.secret().named("gateway.secrets." + key.name());
            try {
                if (password.isPresent()) {
                    keys.add(key.place().load(key.name(), password.get().toCharArray()));
                }
            } catch (UnusableKey e) {
                continue; // 'check' tells why
            }
        }
        return new KeyRing(keys);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MailSources.Unusable("The folder cannot be read.");
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read", e);
        }
    }
}
