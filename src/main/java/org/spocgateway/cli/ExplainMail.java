package org.spocgateway.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.classification.Classified;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signer;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.envelope.UnusableKey;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestReference;
import org.spocgateway.wiring.PolicyFiles;

/** What a mail is taken for: opened with our own keys as the server would, classified by the rules in force. */
final class ExplainMail {
    private final Places places;
    private final Directory directory;
    private final Clock clock;
    private final PrintWriter out;

    ExplainMail(Places places, Directory directory, Clock clock, PrintWriter out) {
        this.places = places;
        this.directory = directory;
        this.clock = clock;
        this.out = out;
    }

    int explain(Path file, boolean json) {
        byte[] raw = bytes(file);
        List<X509Certificate> authorities = directory.trust();
        Opening opening = new Envelopes(keys(), authorities, Limits.USUAL, clock).open(raw, directory);
        var told = new LinkedHashMap<String, Object>();
        told.put("file", String.valueOf(file.getFileName()));
        opening(told, opening);
        classification(told, raw, opening);
        if (json) {
            out.println(Json.pretty(told));
        } else {
            told.forEach((name, value) -> out.printf("%-12s %s%n", name, value));
        }
        return opening instanceof Opened ? 0 : 1;
    }

    private static void opening(Map<String, Object> told, Opening opening) {
        Optional<Opened> opened = opening instanceof Opened one ? Optional.of(one) : Optional.empty();
        told.put("opening", opened.isPresent() ? "opened" : "unopened");
        told.put("code", opening instanceof Unopened unopened ? unopened.fault().code() : "");
        told.put("layers", opened.map(Opened::layers).orElse(List.of()));
        told.put("key", opened.flatMap(Opened::key).orElse(""));
        told.put("signature", opened.map(each -> each.signature().word()).orElse(""));
        told.put(
                "signer",
                opened.flatMap(Opened::signer).map(ExplainMail::signer).orElse(Map.of()));
        told.put("bound", opened.map(Opened::bound).orElse(false));
        told.put("pinned", opened.map(Opened::pinned).orElse(false));
    }

    private static Map<String, Object> signer(Signer signer) {
        return Map.of(
                "thumbprint", signer.thumbprint().hex(),
                "addresses", signer.addresses().stream().map(MailAddress::value).toList());
    }

    private void classification(Map<String, Object> told, byte[] raw, Opening opening) {
        try {
            ReadMail outer = ReadMail.of(raw);
            ReadMail inner = opening instanceof Opened opened ? ReadMail.of(opened.content()) : outer;
            Classified classified = PolicyFiles.classifier(places.config()).classify(opening, outer, inner, directory);
            told.put(
                    "from", outer.from().or(inner::from).map(MailAddress::value).orElse(""));
            told.put("grade", classified.grade().name());
            told.put("kind", classified.kind().name());
            told.put("rule", classified.rule());
            told.put("references", references(classified));
            told.put("gate", classified.effect().name());
            told.put("urgent", classified.urgent());
        } catch (UnreadableMail e) {
            told.put("opening", "unopened");
            told.put("code", Fault.UNPARSABLE.code());
        }
    }

    private static List<String> references(Classified classified) {
        var references = new ArrayList<String>();
        classified.cases().stream().map(CaseReference::value).forEach(references::add);
        classified.requests().stream().map(RequestReference::value).forEach(references::add);
        references.addAll(classified.policeReferences());
        return references;
    }

    /** Those of our keys that can be used here; without them sealed mail is told as sealed to a key that we do not hold. */
    private KeyRing keys() {
        Settings settings = places.settings();
        var keys = new ArrayList<KeyRing.OwnKey>();
        for (Settings.Key key : settings.keys()) {
            Optional<String> password = settings.secret().named("gateway.secrets." + key.name());
            try {
                if (password.isPresent()) {
                    keys.add(
                            KeyRing.load(key.name(), key.store(), password.get().toCharArray()));
                }
            } catch (UnusableKey e) {
                continue; // 'check' tells why
            }
        }
        return new KeyRing(keys);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read", e);
        }
    }
}
