package org.spocgateway.directory;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.terms.MailAddress;

/** Reads officers, forces and partners. */
final class PartyFiles {
    private final Certificates certificates;
    private final OpenPgpFiles openPgp;
    private final Origins origins;
    private final ChannelsFile channels;

    PartyFiles(Certificates certificates, Origins origins, ChannelsFile channels) {
        this.certificates = certificates;
        this.openPgp = new OpenPgpFiles(certificates);
        this.origins = origins;
        this.channels = channels;
    }

    List<Officer> officers(ConfigPage page) {
        return entries(page, "officers").stream().map(this::officer).toList();
    }

    List<Force> forces(ConfigPage page, Profile profile) {
        return entries(page, "forces").stream()
                .map(each -> force(each, profile))
                .toList();
    }

    List<Partner> partners(ConfigPage page, Set<String> fields) {
        return entries(page, "partners").stream()
                .map(each -> partner(each, fields))
                .toList();
    }

    private static List<Block> entries(ConfigPage page, String key) {
        Block root = page.root();
        List<Block> entries = root.blocks(key);
        root.noMore();
        return entries;
    }

    private Officer officer(Block block) {
        var officer = new Officer(
                block.id("id"),
                block.text("name"),
                block.addresses("addresses"),
                block.telephone("telephone"),
                words(block, "roles"),
                block.flag("auto-forwards", false) | block.flag("external-members", false),
                block.maybeDate("trained"));
        return ended(block, officer);
    }

    private Force force(Block block, Profile profile) {
        List<String> domains = block.texts("domains");
        domains.forEach(each -> MailDomain.check(block, "domains", each));
        if (domains.isEmpty()) {
            block.wrong("domains", "This force has no mail domain.", "Add domains: with its mail domains.");
        }
        var addresses = new ArrayList<MailAddress>();
        var signers = new ArrayList<PinnedSigner>();
        var openPgpSigners = new ArrayList<PinnedOpenPgpKey>();
        List<Block> mailboxes = mailboxes(block, profile);
        if (mailboxes.isEmpty()) {
            block.wrong("mailboxes", "This force has no Prevent mailbox.", "Add mailboxes: with its address first.");
        }
        mailboxes.forEach(each -> sender(each, domains, addresses, signers, openPgpSigners));
        for (Block each : block.blocks("officers")) {
            each.text("name");
            sender(each, domains, addresses, signers, openPgpSigners);
        }
        Optional<X509Certificate> sealTo = mailboxes.stream()
                .limit(1)
                .flatMap(each -> certificates.under(each, "certificate").stream())
                .findFirst();
        var force = new Force(
                block.id("id"),
                block.text("name"),
                domains,
                List.copyOf(addresses),
                block.telephone("telephone"),
                List.copyOf(signers),
                List.copyOf(openPgpSigners),
                certificates.listed(block, "issuers"),
                sealTo,
                nextHop(block));
        return ended(block, force);
    }

    /** Those in the secure family in force first: the first is where referrals go (R5). */
    private static List<Block> mailboxes(Block block, Profile profile) {
        return block.blocks("mailboxes").stream()
                .sorted(Comparator.comparing(each -> !each.maybeText("address")
                        .flatMap(MailAddress::parse)
                        .map(profile::holds)
                        .orElse(false)))
                .toList();
    }

    private void sender(
            Block block,
            List<String> domains,
            List<MailAddress> addresses,
            List<PinnedSigner> signers,
            List<PinnedOpenPgpKey> openPgpSigners) {
        MailAddress address = block.address("address");
        if (domains.stream().noneMatch(address::isWithin)) {
            block.wrong("address", "This address is in none of the force's domains.", "Correct it, or add its domain.");
        }
        addresses.add(address);
        certificates
                .under(block, "certificate")
                .ifPresent(certificate -> signers.add(new PinnedSigner(address, certificate)));
        openPgp.under(block).ifPresent(key -> openPgpSigners.add(new PinnedOpenPgpKey(address, key)));
        block.noMore();
    }

    private Partner partner(Block block, Set<String> known) {
        Set<String> fields = words(block, "fields");
        for (String field : fields) {
            if (!known.contains(field)) {
                block.wrong(
                        "fields", "There is no field " + field + ".", "Use the ids under fields in questions.yaml.");
            }
        }
        var partner = new Partner(
                block.id("id"),
                block.text("name"),
                Partner.Kind.valueOf(block.oneOf("kind", List.of("PUBLIC_BODY", "CONTRACTED", "EXTERNAL"))),
                block.addresses("addresses"),
                block.telephone("telephone"),
                words(block, "roles"),
                fields,
                certificates.under(block, "certificate"),
                openPgp.under(block),
                certificates.listed(block, "issuers"),
                block.flag("cbc", false),
                nextHop(block),
                block.flag("name-is-sensitive", false),
                block.maybeDate("agreement-until"));
        return ended(block, partner);
    }

    private Optional<String> nextHop(Block block) {
        return block.maybeText("next-hop").map(any -> channels.hop(block, "next-hop"));
    }

    private <P extends Party> P ended(Block block, P party) {
        if (origins.of(party.id()).isPresent()) {
            block.wrong("id", "Two entries are called " + party.id() + ".", "Give one of them another id.");
        }
        origins.note(party.id(), block);
        block.noMore();
        return party;
    }

    private static Set<String> words(Block block, String key) {
        return Set.copyOf(new LinkedHashSet<>(block.texts(key)));
    }
}
