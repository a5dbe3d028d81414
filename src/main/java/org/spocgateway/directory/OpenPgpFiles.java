package org.spocgateway.directory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code openpgp:} blocks: a file below certs/ and the fingerprint of the key that must stand in it. */
final class OpenPgpFiles {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    private final Certificates files;

    OpenPgpFiles(Certificates files) {
        this.files = files;
    }

    /** The key that a block names, if there is one; everything wrong with it is a finding. */
    Optional<OpenPgpKey> under(Block party) {
        return party.maybeBlock("openpgp").flatMap(this::key);
    }

    private Optional<OpenPgpKey> key(Block block) {
        String name = block.text("key");
        String fingerprint = block.text("fingerprint").replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        boolean isFingerprint = FINGERPRINT.matcher(fingerprint).matches();
        if (!isFingerprint && !fingerprint.equals("?")) {
            block.wrong(
                    "fingerprint",
                    "'fingerprint' is not the fingerprint of an OpenPGP key.",
                    "Write its 40 or 64 digits, as the key's owner read them out to you.");
        }
        Optional<String> armored = name.equals("?") ? Optional.empty() : files.openPgp(block, "key", name);
        block.noMore();
        return armored.flatMap(text -> OpenPgpPrint.of(text)
                .map(print -> pinned(block, name, print, fingerprint, text))
                .orElseGet(() -> unusable(block, name)));
    }

    private static Optional<OpenPgpKey> pinned(
            Block block, String name, String print, String fingerprint, String armored) {
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            return Optional.empty();
        }
        if (!print.equals(fingerprint)) {
            block.wrong(
                    "fingerprint",
                    "certs/" + name + " holds another key than the one with this fingerprint.",
                    "Ask the owner by telephone which is right; put the right key there, or correct the fingerprint.");
            return Optional.empty();
        }
        return Optional.of(new OpenPgpKey(print, armored));
    }

    private static Optional<OpenPgpKey> unusable(Block block, String name) {
        block.wrong(
                "key",
                "certs/" + name + " is not one armoured OpenPGP public key.",
                "Export it again: gpg --armor --export FINGERPRINT.");
        return Optional.empty();
    }
}
