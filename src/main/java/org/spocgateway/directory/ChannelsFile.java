package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads channels.yaml: exactly three keys, one for each transfer channel of policy 4.6. */
final class ChannelsFile {
    static final String NAME = "channels.yaml";
    private static final List<String> FALL_BACK = List.of("egress-style", "refuse");
    /** Stands in while there are findings. */
    private static final Profile NONE =
            new Profile("none", LocalDate.EPOCH, Optional.empty(), Block.NOBODY, "", "A", List.of(), List.of());

    private final Certificates certificates;
    private final Origins origins;
    private final List<NextHop> hops = new ArrayList<>();

    ChannelsFile(Certificates certificates, Origins origins) {
        this.certificates = certificates;
        this.origins = origins;
    }

    SendingWays read(ConfigPage page) {
        Block root = page.root();
        Block standard = root.block("internal-standard");
        Block gcsx = root.block("gcsx");
        Block egress = root.block("egress-style");
        root.noMore();
        Stream.of(standard, gcsx, egress).forEach(this::readHops);
        origins.note("internal-standard", standard);
        origins.note("gcsx", gcsx);
        origins.note("egress-style", egress);
        List<Profile> profiles = profiles(gcsx);
        egress.oneOf("carrier", List.of("portal"));
        var ways = new SendingWays(
                hop(standard, "next-hop"),
                hop(egress, "notice-next-hop"),
                inForce(gcsx, profiles),
                profiles,
                gcsx.oneOf("public-sector-without-gcsx", FALL_BACK).equals("egress-style"),
                standard.oneOf("officer-mail-that-leaves", FALL_BACK).equals("egress-style"),
                List.copyOf(hops));
        Stream.of(standard, gcsx, egress).forEach(Block::noMore);
        return ways;
    }

    private void readHops(Block way) {
        for (Block block : way.blocks("next-hops")) {
            NextHop hop = new NextHop(
                    block.id("id"),
                    block.text("host"),
                    block.number("port", 1, 65_535),
                    block.flag("implicit-tls", false),
                    certificates.listed(block, "authorities"),
                    block.flag("relay", false),
                    block.maybeText("account-secret").orElse(""));
            block.noMore();
            origins.note("next-hop " + hop.id(), block);
            if (hops.stream().anyMatch(each -> each.id().equals(hop.id()))) {
                block.wrong("id", "Two next hops are called " + hop.id() + ".", "Give one of them another id.");
            }
            if (block.texts("authorities").isEmpty()) {
                block.wrong(
                        "authorities",
                        "No authority is named: no server could prove who it is.",
                        "Add authorities: [relays/….pem].");
            }
            hops.add(hop);
        }
    }

    /** The next hop that a key names; one that is not there is a finding. */
    String hop(Block block, String key) {
        String id = block.text(key);
        if (!id.equals("?") && hops.stream().noneMatch(each -> each.id().equals(id))) {
            block.wrong(
                    key,
                    "There is no next hop " + id + ".",
                    "Add it under next-hops in channels.yaml, or correct the name.");
        }
        return id;
    }

    private List<Profile> profiles(Block gcsx) {
        List<Profile> profiles =
                gcsx.blocks("profiles").stream().map(this::profile).toList();
        Set<String> seen = new HashSet<>();
        for (Profile each : profiles) {
            if (!seen.add(each.id())) {
                gcsx.wrong("profiles", "Two profiles are called " + each.id() + ".", "Give one of them another id.");
            }
        }
        return profiles;
    }

    private Profile profile(Block block) {
        LocalDate from = block.date("from");
        var until = block.maybeDate("until");
        if (until.map(last -> last.isBefore(from)).orElse(false)) {
            block.wrong("until", "This profile ends before it begins.", "Exchange from and until.");
        }
        var profile = new Profile(
                block.id("id"),
                from,
                until,
                block.address("identity"),
                hop(block, "next-hop"),
                block.oneOf("referral-grade", List.of("A", "B", "C")),
                block.texts("families"),
                block.blocks("closed").stream().map(ChannelsFile::closed).toList());
        profile.families().forEach(family -> MailDomain.check(block, "families", family));
        block.noMore();
        origins.note("profile " + profile.id(), block);
        return profile;
    }

    private static Profile.ClosedFamily closed(Block block) {
        var closed = new Profile.ClosedFamily(block.text("family"), block.date("since"));
        MailDomain.check(block, "family", closed.family());
        block.noMore();
        return closed;
    }

    private static Profile inForce(Block gcsx, List<Profile> profiles) {
        String id = gcsx.text("in-force");
        return profiles.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseGet(() -> {
                    if (!id.equals("?")) {
                        gcsx.wrong(
                                "in-force", "There is no profile " + id + ".", "Name one of the profiles below gcsx.");
                    }
                    return profiles.isEmpty() ? NONE : profiles.get(0);
                });
    }
}
