package org.spocgateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.Classifier;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Content;
import org.spocgateway.envelope.Envelopes;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.KeyFolder;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Revocation;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.envelope.UnreadableMail;
import org.spocgateway.envelope.UnusableKey;
import org.spocgateway.wiring.PolicyFiles;
import org.spocgateway.wiring.RevocationFiles;

/** Opens and classifies mail in files as the server would. Nothing is stored, sent or logged. */
final class MailRoom {
    private final Places places;
    private final MailSources.Chosen chosen;
    private final Directory directory;
    private final Envelopes envelopes;
    private final Classifier classifier;

    MailRoom(Places places, MailSources.Chosen chosen, Directory directory) {
        this.places = places;
        this.chosen = chosen;
        this.directory = directory;
        envelopes = envelopes();
        classifier = PolicyFiles.classifier(places.config(), envelopes);
    }

    /**
     * What came of one mail.
     *
     * @param outer as it arrived; empty if its header cannot be read
     * @param classified empty for what the server would quarantine
     */
    record Looked(Opening opening, Optional<ReadMail> outer, Optional<Classified> classified) {
        /** The opening, unless the opened text could not be read after all. */
        Opening judged() {
            return classified.isEmpty() && opening instanceof Opened ? new Unopened(Fault.UNPARSABLE) : opening;
        }
    }

    Classifier classifier() {
        return classifier;
    }

    Looked look(byte[] bytes) {
        return look(bytes, classifier, directory);
    }

    /** The same by other rules and another directory. */
    Looked look(byte[] bytes, Classifier rules, Directory known) {
        byte[] raw = withoutMailboxLine(bytes);
        Opening opening = envelopes.open(raw, known);
        Optional<ReadMail> outer = read(Content.of(raw));
        return new Looked(opening, outer, outer.flatMap(mail -> classified(rules, known, opening, mail)));
    }

    private static Optional<Classified> classified(Classifier rules, Directory known, Opening opening, ReadMail outer) {
        Optional<ReadMail> inner = opening instanceof Opened opened ? read(opened.content()) : Optional.of(outer);
        try {
            return inner.map(mail -> rules.classify(opening, outer, mail, known));
        } catch (RuntimeException e) {
            return Optional.empty(); // in the gateway: quarantined
        }
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new MailSources.Unusable("The folder '" + folder + "' cannot be read.");
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read", e);
        }
    }

    private Envelopes envelopes() {
        List<X509Certificate> authorities =
                chosen.trust().map(KeyFolder::certificates).orElseGet(directory::trust);
        return new Envelopes(
                chosen.keys().map(KeyFolder::ring).orElseGet(this::configured),
                authorities,
                revocation(),
                places.settings().limits().limits(),
                chosen.clock());
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

    private static Optional<ReadMail> read(Content content) {
        try {
            return Optional.of(ReadMail.of(content));
        } catch (UnreadableMail e) {
            return Optional.empty();
        }
    }

    /** A mailbox file's first line is no part of the message. */
    private static byte[] withoutMailboxLine(byte[] all) {
        String start = new String(all, 0, Math.min(5, all.length), StandardCharsets.ISO_8859_1);
        if (!start.equals("From ")) {
            return all;
        }
        int end = 0;
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(all, Math.min(all.length, end + 1), all.length);
    }
}
