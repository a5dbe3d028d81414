package org.spocgateway.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spocgateway.directory.Block;
import org.spocgateway.directory.ConfigPage;
import org.spocgateway.directory.ConfigurationFault;
import org.spocgateway.directory.Findings;
import org.spocgateway.directory.Origin;
import org.spocgateway.envelope.KeyPlace;
import org.spocgateway.envelope.UnusableKey;
import org.spocgateway.wiring.LimitsSettings;
import org.spocgateway.wiring.LimitsSettings.Range;
import org.spocgateway.wiring.RevocationSettings;

/**
 * What application.yaml says of keys, mailboxes and the database, without Spring.
 *
 * @param revocation where to learn whether a signer's certificate was withdrawn
 * @param limits what is looked at before a message counts as too large
 * @param faults what is wrong with the file: it is no YAML, or a secret stands in it
 */
record Settings(
        List<Key> keys,
        List<OpenPgpKey> openPgpKeys,
        RevocationSettings revocation,
        Scanner scanner,
        LimitsSettings limits,
        List<Mailbox> mailboxes,
        Optional<String> database,
        Secret secret,
        List<ConfigurationFault> faults) {
    static final String NAME = "application.yaml";
    private static final int MOST_SLOTS = 1000;

    /** One of our own keys, in a PKCS#12 file or in a token. */
    record Key(String name, KeyPlace place, Origin at) {}

    /** One of our own OpenPGP keys, in an armoured file. */
    record OpenPgpKey(String name, Path file, Origin at) {}

    /** Where the virus scanner listens, as written; empty when there is none. */
    record Scanner(String address, Origin at) {}

    /** A mailbox that page 10 polls. */
    record Mailbox(String name, String host, int port, Optional<String> authority, Origin at) {}

    static Settings read(Path config, Secret secret) {
        var findings = new Findings();
        Block root = ConfigPage.read(config, NAME, findings).root();
        Optional<Block> envelope = root.maybeBlock("gateway").flatMap(gateway -> gateway.maybeBlock("envelope"));
        List<Key> keys = envelope.map(each -> each.blocks("keys")).orElse(List.of()).stream()
                .flatMap(each -> key(each).stream())
                .toList();
        List<OpenPgpKey> openPgpKeys = envelope.map(each -> each.blocks("openpgp-keys")).orElse(List.of()).stream()
                .map(each -> new OpenPgpKey(each.text("name"), Path.of(each.text("file")), each.origin()))
                .toList();
        RevocationSettings revocation = envelope.flatMap(block -> block.maybeBlock("revocation"))
                .map(Settings::revocation)
                .orElse(RevocationSettings.USUAL);
        Scanner scanner = root.maybeBlock("gateway")
                .flatMap(gateway -> gateway.maybeBlock("intake"))
                .flatMap(intake -> intake.maybeBlock("scanner"))
                .map(block -> new Scanner(block.maybeText("address").orElse(""), block.origin()))
                .orElse(new Scanner("", new Origin(NAME, 1)));
        LimitsSettings limits = envelope.flatMap(block -> block.maybeBlock("limits"))
                .map(Settings::limits)
                .orElse(LimitsSettings.USUAL);
        var mailboxes = new ArrayList<Mailbox>();
        root.maybeBlock("mail").ifPresent(mail -> mailboxes.addAll(mailboxes(mail)));
        Optional<String> database = root.maybeBlock("spring")
                .flatMap(spring -> spring.maybeBlock("datasource"))
                .flatMap(source -> source.maybeText("url"));
        return new Settings(
                keys, openPgpKeys, revocation, scanner, limits, mailboxes, database, secret, findings.all());
    }

    private static RevocationSettings revocation(Block block) {
        List<RevocationSettings.Responder> responders = block.blocks("responders").stream()
                .map(each -> new RevocationSettings.Responder(Path.of(each.text("issuer")), each.text("url")))
                .toList();
        return new RevocationSettings(
                block.flag("check", true),
                block.maybeText("lists").map(Path::of).orElse(RevocationSettings.USUAL.lists()),
                responders,
                block.maybeText("when-unknown").orElse(RevocationSettings.USUAL.whenUnknown()));
    }

    private static LimitsSettings limits(Block block) {
        return new LimitsSettings(
                number(block, Range.MEGABYTES, LimitsSettings.USUAL.megabytes()),
                number(block, Range.DEPTH, LimitsSettings.USUAL.depth()),
                number(block, Range.PARTS, LimitsSettings.USUAL.parts()),
                number(block, Range.RATIO, LimitsSettings.USUAL.ratio()));
    }

    private static int number(Block block, Range range, int usual) {
        return block.maybeText(range.key()).isPresent() ? block.number(range.key(), range.from(), range.to()) : usual;
    }

    private static Optional<Key> key(Block block) {
        Optional<Path> store = block.maybeText("store").map(Path::of);
        Optional<Path> token = block.maybeText("token").map(Path::of);
        String name = block.text("name");
        int slot = block.maybeText("slot").isPresent() ? block.number("slot", 0, MOST_SLOTS) : 0;
        try {
            KeyPlace place = KeyPlace.of(name, store, token, slot, block.maybeText("alias"));
            return Optional.of(new Key(name, place, block.origin()));
        } catch (UnusableKey e) {
            block.wrong("name", "Key " + name + " stands nowhere, or in two places.", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static List<Mailbox> mailboxes(Block mail) {
        Optional<String> authority = mail.maybeText("authority");
        return mail.maybeBlock("accounts")
                .map(accounts -> accounts.keys().stream()
                        .map(name -> {
                            Block account = accounts.block(name);
                            return new Mailbox(
                                    name,
                                    account.text("host"),
                                    account.number("port", 1, 65_535),
                                    authority,
                                    account.origin());
                        })
                        .toList())
                .orElse(List.of());
    }
}
