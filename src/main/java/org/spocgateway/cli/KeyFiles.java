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
import org.spocgateway.directory.Origin;
import org.spocgateway.envelope.KeyPlace;
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
        settings.keys().forEach(this::look);
        settings.openPgpKeys().forEach(this::look);
        return findings;
    }

    private void look(Settings.Key key) {
        if (!(key.place() instanceof KeyPlace.File file) || isThere(file.store(), key.at())) {
            open(key.name(), key.at(), password -> compare(key, key.place().load(key.name(), password)));
        }
    }

    private void look(Settings.OpenPgpKey key) {
        if (isThere(key.file(), key.at())) {
            open(key.name(), key.at(), password -> OwnOpenPgpKey.load(key.name(), key.file(), password));
        }
    }

    private boolean isThere(Path file, Origin at) {
        if (!Files.isReadable(file)) {
            error(
                    at,
                    "The key file " + file + " is missing or cannot be read.",
                    "Put it there, owned by the gateway's user.");
            return false;
        }
        if (isOpenToOthers(file)) {
            error(at, "The key file " + file + " can be read by others.", "chmod 600 " + file);
        }
        return true;
    }

    private void open(String name, Origin at, Consumer<char[]> loading) {
        Optional<String> password = settings.secret().named("gateway.secrets." + name);
        if (password.isEmpty()) {
            error(
                    at,
                    "There is no password for key " + name + ".",
                    "Give gateway.secrets." + name + " by environment, configtree or systemd credential.");
            return;
        }
        try {
            loading.accept(password.get().toCharArray());
        } catch (UnusableKey e) {
            error(at, "Key " + name + " cannot be used.", String.valueOf(e.getMessage()));
        }
    }

    private void compare(Settings.Key key, KeyRing.OwnKey ours) {
        Path published = places.certs().resolve("own").resolve(key.name() + ".pem");
        Optional<X509Certificate> shown = CertificateFiles.read(published);
        if (shown.isPresent() && !shown.get().equals(ours.certificate())) {
            error(
                    key.at(),
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

    private void error(Origin at, String sentence, String fix) {
        findings.add(Finding.of(Finding.Level.ERROR, places.config().toString(), at, sentence, fix));
    }
}
