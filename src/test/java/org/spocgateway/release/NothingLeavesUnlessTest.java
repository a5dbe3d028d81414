package org.spocgateway.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spocgateway.Installation;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.Gate;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferChannel;
import org.spocgateway.terms.TransferKind;

/** Random directories, gates, kinds, days and contents: what must never be permitted is never permitted. */
class NothingLeavesUnlessTest {
    private static final List<String> DOMAINS = List.of(
            "nhs.net",
            "tidewellhomes.example",
            "someforce.police.uk",
            "larkhill.nhs.uk",
            "x.gcsx.gov.uk",
            "brackenford-trust.example");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @Test
    void whatever_the_directory_says() {
        var random = new Random(20_261_124);
        int permitted = 0;
        for (int round = 0; round < 12; round++) {
            Installation installation = randomInstallation(random, round);
            for (int i = 0; i < 150; i++) {
                permitted += decideAndCheck(random, installation) ? 1 : 0;
            }
        }
        assertThat(permitted).as("the test sees permitted transfers too").isGreaterThan(50);
    }

    private boolean decideAndCheck(Random random, Installation installation) {
        Directory directory = installation.directory();
        TransferKind kind = one(random, List.of(TransferKind.values()));
        Gate gate = one(random, List.of(Gate.values()));
        Party party = one(random, directory.parties());
        String to = random.nextInt(10) == 0
                ? "stranger" + random.nextInt(99) + "@webmail.example"
                : one(random, party.addresses()).value();
        LocalDate day = DAY.plusDays(random.nextInt(300));
        Transfer transfer = spoil(random, Transfers.of(kind, to)).transfer();
        Decision decision = installation.rules().decide(transfer, directory, gate, day);
        if (!(decision instanceof Permitted allowed)) {
            return false;
        }
        check(allowed, directory, gate, day);
        return true;
    }

    private static void check(Permitted allowed, Directory directory, Gate gate, LocalDate day) {
        Transfer transfer = allowed.transfer();
        Party party = directory.at(transfer.recipient()).orElseThrow();
        assertThat(!transfer.kind().waitsForGate() || gate == Gate.OPEN)
                .as("nothing is asked before police allow it")
                .isTrue();
        assertThat(!transfer.kind().waitsForGate() || transfer.receivedSecurely())
                .isTrue();
        assertThat(!transfer.kind().waitsForGate()
                        || directory.agreement("northmere").orElseThrow().inForce(day))
                .isTrue();
        boolean stays = party instanceof Officer officer && !officer.autoForwards();
        assertThat(allowed.transferChannel() == TransferChannel.INTERNAL_STANDARD)
                .isEqualTo(stays);
        if (party instanceof Partner partner && partner.kind() != Partner.Kind.PUBLIC_BODY) {
            assertThat(allowed.transferChannel()).isEqualTo(TransferChannel.EGRESS_STYLE);
        }
        if (allowed.transferChannel() == TransferChannel.GCSX) {
            assertThat(directory.ways().profile().holds(transfer.recipient())).isTrue();
        }
        if (transfer.kind() == TransferKind.SAFEGUARDING_REFERRAL) {
            assertThat(party.roles()).contains("safeguarding-front-door");
        }
        if (transfer.kind() == TransferKind.FORWARD_TO_POLICE) {
            assertThat(allowed.transferChannel()).isEqualTo(TransferChannel.GCSX);
        }
    }

    private static Transfers spoil(Random random, Transfers transfers) {
        Transfers spoilt = random.nextInt(6) == 0 ? transfers.notTicked() : transfers;
        spoilt = random.nextInt(6) == 0 ? spoilt.withoutCall() : spoilt;
        spoilt = random.nextInt(6) == 0 ? spoilt.marked(Marking.ABOVE) : spoilt;
        return random.nextInt(6) == 0 ? spoilt.from("jo.pendry@brackenford.gov.uk") : spoilt;
    }

    private Installation randomInstallation(Random random, int round) {
        Installation installation = Installation.in(folder.resolve("r" + round));
        String more = IntStream.range(0, 12)
                .mapToObj(i -> """
                  - id: random-%d
                    name: Random %d
                    kind: %s
                    addresses: [desk%d@%s]
                    telephone: 020 7946 0%03d
                    roles: [%s]
                    fields: [name, born]
                """.formatted(
                        i,
                        i,
                        one(random, List.of("PUBLIC_BODY", "CONTRACTED", "EXTERNAL")),
                        i,
                        one(random, DOMAINS),
                        i,
                        one(random, List.of("housing", "education", "panel", "safeguarding-front-door", "catering"))))
                .collect(Collectors.joining());
        installation.append("directory/partners.yaml", more);
        if (random.nextBoolean()) {
            installation.replace("channels.yaml", "in-force: modern", "in-force: gcsx-2017");
        }
        return installation;
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
