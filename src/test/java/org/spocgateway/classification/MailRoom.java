package org.spocgateway.classification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.Installation;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Findings;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Limits;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;

/** Opens and classifies as the gateway does, with the real rules, the invented council and keys made on the spot. */
final class MailRoom {
    static final DemonstrationPki PKI =
            DemonstrationPki.make(Path.of("target", "test-pki", "classification"), "for tests only");
    private static final RuleBook BOOK = ruleBook(Path.of("config"));
    private static final Map<String, Directory> DIRECTORIES = new ConcurrentHashMap<>();
    private static final Envelopes ENVELOPES = new Envelopes(
            new KeyRing(List.of(ours(DemonstrationPki.SPOC_2025), ours(DemonstrationPki.SPOC_2026))),
            List.of(PKI.smimeAuthority()),
            PKI.revocation(),
            Limits.USUAL,
            Clock.systemUTC());

    private MailRoom() {}

    /** What came of one message. */
    record Sorted(Opening opening, Classified verdict) {}

    static Sorted sort(byte[] raw, String profile) {
        return sort(raw, ENVELOPES, DIRECTORIES.computeIfAbsent(profile, MailRoom::directory));
    }

    static Sorted sort(byte[] raw, Envelopes envelopes, Directory directory) {
        Opening opening = envelopes.open(raw, directory);
        ReadMail outer = ReadMail.of(raw);
        ReadMail inner = opening instanceof Opened opened ? ReadMail.of(opened.content()) : outer;
        return new Sorted(opening, new Classifier(BOOK, envelopes::open).classify(opening, outer, inner, directory));
    }

    static Sorted sort(byte[] raw) {
        return sort(raw, "modern");
    }

    static RuleBook ruleBook(Path config) {
        var findings = new Findings();
        RuleBook book = RuleBookPage.read(ConfigPage.read(config, "classification.yaml", findings));
        findings.throwIfAny();
        return book;
    }

    /** The invented council under a profile, with the certificates made for this test pinned. */
    static Directory directory(String profile) {
        Path folder = fresh(profile);
        var installation = Installation.in(folder).replace("channels.yaml", "in-force: modern", "in-force: " + profile);
        return Directory.read(installation.config(), PKI.certs());
    }

    private static Path fresh(String profile) {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-installation")), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyRing.OwnKey ours(String name) {
        return new KeyRing.OwnKey(name, PKI.keys(name).getPrivate(), PKI.certificate(name));
    }
}
