package org.spocgateway.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.spocgateway.envelope.KeyRing;
import org.spocgateway.envelope.OwnOpenPgpKey;
import org.spocgateway.envelope.UnusableKey;

/** Our own private keys: there, readable by nobody else, open with their password, and the same key as the certificate that people use. */
final class KeyFiles {
    private static final Set<PosixFilePermission> OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Places places;
    private final Settings settings;
    private final List<Finding> findings = new ArrayList<>();

    KeyFiles(Places places, Settings settings) {
        this.places = places;
        this.settings = settings;
    }

    List<Finding> findings() {
        settings.keys()
                .forEach(key -> look(key, password -> compare(key, KeyRing.load(key.name(), key.store(), password))));
        settings.openPgpKeys()
                .forEach(key -> look(key, password -> OwnOpenPgpKey.load(key.name(), key.store(), password)));
        return findings;
    }

    private void look(Settings.Key key, Consumer<char[]> loading) {
        if (!Files.isReadable(key.store())) {
            error(
                    key,
                    "The key file " + key.store() + " is missing or cannot be read.",
                    "Put it there, owned by the gateway's user.");
            return;
        }
        if (isOpenToOthers(key.store())) {
            error(key, "The key file " + key.store() + " can be read by others.", "chmod 600 " + key.store());
        }
        Optional<String> password = settings.secret().named("gateway.secrets." + key.name());
        if (password.isEmpty()) {
            error(
                    key,
                    "There is no password for key " + key.name() + ".",
                    "Give gateway.secrets." + key.name() + " by environment, configtree or systemd credential.");
            return;
        }
        try {
            loading.accept(password.get().toCharArray());
        } catch (UnusableKey e) {
            error(key, "Key " + key.name() + " cannot be used.", String.valueOf(e.getMessage()));
        }
    }

    private void compare(Settings.Key key, KeyRing.OwnKey ours) {
        Path published = places.certs().resolve("own").resolve(key.name() + ".pem");
        Optional<X509Certificate> shown = CertificateFiles.read(published);
        if (shown.isPresent() && !shown.get().equals(ours.certificate())) {
            error(
                    key,
                    "Key " + key.name() + " does not belong to " + published + ".",
                    "Mail sealed to that certificate will not open: exchange one of them.");
        }
    }

    static boolean isOpenToOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private void error(Settings.Key key, String sentence, String fix) {
        findings.add(Finding.of(Finding.Level.ERROR, places.config().toString(), key.at(), sentence, fix));
    }
}
