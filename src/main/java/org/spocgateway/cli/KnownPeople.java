package org.spocgateway.cli;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.spocgateway.directory.Council;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Force;
import org.spocgateway.directory.Officer;
import org.spocgateway.directory.Partner;
import org.spocgateway.directory.PinnedSigner;
import org.spocgateway.terms.MailAddress;

/**
 * Known addresses from a table, for a trial: they stand instead of everybody whom the installed directory names.
 *
 * <p>Columns: {@code address} (a whole domain is written {@code @domain}), {@code name}, {@code side}, {@code may_open_gate}. Only police
 * open a gate, whatever the table says of others.
 */
final class KnownPeople {
    private final Directory installed;
    private final List<X509Certificate> authorities;
    private final List<Known> all = new ArrayList<>();

    /**
     * @param domain whose mail it is: a whole domain is known where there is no address
     */
    private record Known(Optional<MailAddress> address, String domain, String name, Side side, boolean opens) {}

    /** On which side somebody stands. */
    private enum Side {
        POLICE,
        COUNCIL,
        SCHOOL,
        PUBLIC_BODY,
        CONTRACTED,
        EXTERNAL,
        NOBODY;

        /** As people write it; somebody outside whom no word places is external, as the policy has it (R22). */
        static Side of(String written) {
            String word =
                    written.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
            if (holds(word, "police", "force", "constabulary", "heddlu", "fimu", "ctp")) {
                return POLICE;
            }
            if (holds(
                    word, "public body", "public sector", "nhs", "health", "probation", "government", "dwp", "trust")) {
                return PUBLIC_BODY;
            }
            if (isSchool(word)) {
                return SCHOOL;
            }
            if (holds(word, "council", "internal", "officer", "staff", "local authority", "lbb", "spoc", "cyngor")) {
                return COUNCIL;
            }
            if (holds(word, "contract", "provider", "housing")) {
                return CONTRACTED;
            }
            return holds(word, "member of", "citizen", "unknown", "hostile", "spoof", "lookalike", "none")
                    ? NOBODY
                    : EXTERNAL;
        }

        static boolean isSchool(String words) {
            return holds(
                    words.toLowerCase(Locale.ROOT),
                    "school",
                    "academy",
                    "education",
                    "college",
                    "university",
                    "ysgol",
                    "primary",
                    "dsl");
        }

        private static boolean holds(String word, String... parts) {
            return Stream.of(parts).anyMatch(word::contains);
        }
    }

    /** @param authorities whose certificates are believed for the addresses that they carry */
    private KnownPeople(Directory installed, List<X509Certificate> authorities) {
        this.installed = installed;
        this.authorities = authorities;
    }

    /** @throws MailSources.Unusable in one sentence, if the table cannot be used */
    static Directory read(Path file, Directory installed, List<X509Certificate> authorities) {
        TextTable table = TextTable.read(file);
        String address = table.needed("address", "email", "e_mail", "mail");
        String side = table.needed("side", "kind", "type", "role", "organisation_type");
        Optional<String> name = table.column("name", "organisation", "who");
        Optional<String> opens = table.column("may_open_gate", "may_open", "opens_gate", "open_gate", "gate");
        var people = new KnownPeople(installed, authorities);
        for (Map<String, String> row : table.rows()) {
            boolean mayOpen = opens.map(row::get).filter(TextTable::isYes).isPresent();
            people.add(
                    row.getOrDefault(address, ""),
                    name.map(row::get).orElse(""),
                    Side.of(row.getOrDefault(side, "")),
                    mayOpen);
        }
        if (people.all.isEmpty()) {
            throw new MailSources.Unusable("'" + file + "' names no usable address.");
        }
        return people.directory();
    }

    private void add(String written, String name, Side side, boolean opens) {
        String tidy = written.replaceAll("^[*<\\s]+|[>\\s]+$", "").toLowerCase(Locale.ROOT);
        Optional<MailAddress> address = MailAddress.parse(tidy);
        String domain = address.map(MailAddress::domain).orElse(tidy.replaceFirst("^@", ""));
        if (side != Side.NOBODY && domain.contains(".")) {
            all.add(new Known(address, domain, name, side, opens));
        }
    }

    private Directory directory() {
        var officers = new ArrayList<Officer>();
        var partners = new ArrayList<Partner>();
        Council council = council();
        for (Known known : all) {
            if (known.address().isEmpty() || known.side() == Side.POLICE) {
                continue;
            }
            if (known.side() != Side.COUNCIL) {
                partners.add(partner(known, partners.size()));
            } else if (!isMailbox(council, known.address().get())) {
                officers.add(new Officer(
                        "known-officer-" + officers.size(),
                        known.name(),
                        List.of(known.address().get()),
                        "",
                        Set.of(),
                        false,
                        Optional.empty()));
            }
        }
        return installed.withPeople(council, officers, partners, forces());
    }

    private static boolean isMailbox(Council council, MailAddress address) {
        return address.equals(council.spocMailbox())
                || address.equals(council.secureIdentity())
                || address.equals(council.communitySafety());
    }

    /** The installed council's mailboxes and border, unless the table names others. */
    private Council council() {
        Council one = installed.council();
        List<Known> ours =
                all.stream().filter(each -> each.side() == Side.COUNCIL).toList();
        var domains = new LinkedHashSet<>(one.domains());
        ours.forEach(each -> domains.add(each.domain()));
        var hosts = new LinkedHashSet<>(one.boundaryHosts());
        domains.forEach(domain -> hosts.add("mx." + domain));
        return new Council(
                one.name(),
                List.copyOf(domains),
                mailbox(ours, one.spocMailbox(), "spoc", "channel"),
                mailbox(ours, one.communitySafety(), "community"),
                one.secureIdentity(),
                one.telephone(),
                List.copyOf(hosts));
    }

    private static MailAddress mailbox(List<Known> ours, MailAddress installed, String... parts) {
        List<MailAddress> addresses =
                ours.stream().flatMap(each -> each.address().stream()).toList();
        return addresses.contains(installed)
                ? installed
                : addresses.stream()
                        .filter(each -> Stream.of(parts).anyMatch(each.value().split("@", 2)[0]::contains))
                        .findFirst()
                        .orElse(installed);
    }

    private Partner partner(Known known, int number) {
        boolean isSchool = known.side() == Side.SCHOOL
                || Side.isSchool(known.name() + " " + known.domain() + " "
                        + known.address().map(MailAddress::localPart).orElse(""));
        Partner.Kind kind = known.side() == Side.CONTRACTED
                ? Partner.Kind.CONTRACTED
                : known.side() == Side.EXTERNAL ? Partner.Kind.EXTERNAL : Partner.Kind.PUBLIC_BODY;
        return new Partner(
                "known-partner-" + number,
                known.name(),
                kind,
                List.of(known.address().orElseThrow()),
                "",
                isSchool ? Set.of("education") : Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                authorities,
                false,
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** One force for each installed one that the table speaks of, and one for the rest: who may not open is known by the domain alone. */
    private List<Force> forces() {
        var byForce = new LinkedHashMap<String, List<Known>>();
        all.stream()
                .filter(each -> each.side() == Side.POLICE)
                .forEach(each -> byForce.computeIfAbsent(house(each), name -> new ArrayList<>())
                        .add(each));
        var forces = new ArrayList<Force>();
        byForce.forEach((house, members) -> forces.add(force(house, members)));
        return forces;
    }

    private String house(Known known) {
        return installed.forces().stream()
                .filter(force -> force.domains().contains(known.domain()))
                .map(Force::name)
                .findFirst()
                .orElseGet(() -> known.domain().replaceAll("\\.(pnn\\.)?police\\.uk$", ""));
    }

    private Force force(String house, List<Known> members) {
        List<MailAddress> addresses = members.stream()
                .filter(Known::opens)
                .flatMap(each -> each.address().stream())
                .toList();
        List<PinnedSigner> pinned = installed.forces().stream()
                .flatMap(force -> force.signers().stream())
                .filter(signer -> addresses.contains(signer.address()))
                .toList();
        var domains = new LinkedHashSet<String>();
        members.forEach(each -> domains.add(each.domain()));
        return new Force(
                "known-force-" + house.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"),
                house,
                List.copyOf(domains),
                addresses,
                "",
                pinned,
                List.of(),
                authorities,
                Optional.empty(),
                Optional.empty());
    }
}
