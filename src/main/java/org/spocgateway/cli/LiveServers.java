package org.spocgateway.cli;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.NextHop;
import org.spocgateway.directory.Origin;

/** Connects to every next hop and mailbox server, as far as a TLS session whose chain and name are right; signs in nowhere, sends nothing. */
final class LiveServers {
    private final Places places;
    private final Directory directory;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    LiveServers(Places places, Directory directory, Settings settings) {
        this.places = places;
        this.directory = directory;
        this.settings = settings;
    }

    List<Finding> findings() {
        directory.ways().nextHops().forEach(this::hop);
        settings.mailboxes().forEach(this::mailbox);
        return findings;
    }

    private void hop(NextHop hop) {
        Origin at = directory.origins().of("next-hop " + hop.id()).orElse(new Origin("channels.yaml", 1));
        attempt("Next hop " + hop.id(), at, () -> {
            var handshake = new Handshake(hop.host(), hop.port(), hop.authorities());
            return hop.implicitTls() ? handshake.direct() : handshake.startTls();
        });
    }

    private void mailbox(Settings.Mailbox mailbox) {
        List<X509Certificate> authorities = mailbox.authority()
                .flatMap(name -> CertificateFiles.read(places.certs().resolve(name)))
                .map(List::of)
                .orElse(List.of());
        attempt(
                "The mailbox server of " + mailbox.name(),
                mailbox.at(),
                () -> new Handshake(mailbox.host(), mailbox.port(), authorities).direct());
    }

    private void attempt(String who, Origin at, Attempt attempt) {
        String folder = places.config().toString();
        Optional<String> fault;
        try {
            findings.add(Finding.of(
                    Finding.Level.NOTE, folder, at, who + " answers: " + attempt.make() + ".", "Nothing to do."));
            return;
        } catch (IOException e) {
            fault = Optional.ofNullable(e.getMessage());
        }
        findings.add(Finding.of(
                Finding.Level.AWAY,
                folder,
                at,
                who + " does not answer as it should: " + fault.orElse("no answer") + ".",
                "Check host, port and authorities, and that the server is up."));
    }

    /** Something that may fail outside. */
    @FunctionalInterface
    private interface Attempt {
        String make() throws IOException;
    }
}
