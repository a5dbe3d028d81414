package org.spocgateway.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.SchoolTerms;
import org.spocgateway.terms.WorkingDays;

/** Who is who, as one immutable snapshot with a hash that every decision names. */
public final class Directory {
    private static final int CALENDAR_WARNING_DAYS = 90;

    private final AsRead files;
    private final WhoIsWho people;
    private final SendingWays ways;
    private final List<PinnedSigner> approved;
    private final Lookalikes lookalikes;
    private final Map<MailAddress, Party> byAddress = new HashMap<>();
    private final Map<String, Party> byId = new LinkedHashMap<>();

    Directory(AsRead files, WhoIsWho people, SendingWays ways, List<PinnedSigner> approved) {
        this.files = files;
        this.people = people;
        this.ways = ways;
        this.approved = List.copyOf(approved);
        this.lookalikes = new Lookalikes(people);
        people.parties().forEach(party -> {
            byId.put(party.id(), party);
            party.addresses().forEach(address -> byAddress.put(address, party));
        });
    }

    /**
     * Reads config/ and certs/ whole.
     *
     * @throws ConfigurationFaults with everything that is wrong
     */
    public static Directory read(Path config, Path certs) {
        return new DirectoryFiles(config, certs, new Findings()).read();
    }

    /** The same with other next hops: other hosts and ports for the demonstration and tests. The hash stays that of the files. */
    public Directory withNextHops(UnaryOperator<NextHop> change) {
        return new Directory(files, people, ways.withNextHops(change), approved);
    }

    /** The same with certificates that officers approved beside those of the files. The hash stays that of the files. */
    public Directory withApproved(List<PinnedSigner> signers) {
        return new Directory(files, people, ways, signers);
    }

    /**
     * The same files with other people: whom the council knows, for a trial that must not depend on who is installed. The hash stays that
     * of the files; agreements and panel are left out.
     */
    public Directory withPeople(Council council, List<Officer> officers, List<Partner> partners, List<Force> forces) {
        var others = new WhoIsWho(council, officers, partners, forces, List.of(), List.of());
        return new Directory(files, others, ways, approved);
    }

    /** The same under another profile of channels.yaml, such as the one that was in force on a past day. */
    public Directory withProfile(Profile profile) {
        return new Directory(files, people, ways.withProfile(profile), approved);
    }

    /** Certificates that officers approved, beside those of the files. */
    public List<PinnedSigner> approved() {
        return approved;
    }

    /** SHA-256 of the files it was read from: 64 hexadecimal digits. */
    public String hash() {
        return files.snapshot().hash();
    }

    /** The exact bytes of those files, by path below config/ or as {@code certs/...}: what is kept of it when it becomes active. */
    public Map<String, byte[]> files() {
        return files.snapshot().files();
    }

    /** The council. */
    public Council council() {
        return people.council();
    }

    /** The days on which the council works. */
    public WorkingDays workingDays() {
        return files.calendar().workingDays();
    }

    /** When schools are open. */
    public SchoolTerms schoolTerms() {
        return files.calendar().schoolTerms();
    }

    /** What to tell the administrator when the list of bank holidays ends within 90 days of this day, or has ended. */
    public Optional<String> calendarWarning(LocalDate day) {
        LocalDate until = workingDays().knownUntil();
        return day.plusDays(CALENDAR_WARNING_DAYS).isBefore(until)
                ? Optional.empty()
                : Optional.of("The list of bank holidays ends on " + until
                        + "; later days are reckoned by rule, without days that are proclaimed once.");
    }

    /** Whoever has this address; empty is nobody. */
    public Optional<Party> at(MailAddress address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /** The SPOC mailbox as somebody that standard mail goes to, if this is its address: for mail of the gateway to its own house. */
    public Optional<Party> ownMailbox(MailAddress address) {
        return Optional.of(council().spocMailbox())
                .filter(address::equals)
                .map(own -> new Officer(
                        "spoc-mailbox",
                        "SPOC mailbox",
                        List.of(own),
                        council().telephone(),
                        Set.of("spoc"),
                        false,
                        Optional.empty()));
    }

    /** The force whose mail domains hold this address, on whole labels, whether or not it is a listed mailbox. */
    public Optional<Force> forceOf(MailAddress address) {
        return forces().stream()
                .filter(force -> force.domains().stream().anyMatch(address::isWithin))
                .findFirst();
    }

    /** By directory id. */
    public Optional<Party> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Officer> officers() {
        return people.officers();
    }

    public List<Partner> partners() {
        return people.partners();
    }

    /** Forces; the first is the council's own. */
    public List<Force> forces() {
        return people.forces();
    }

    /** Everybody: officers, partners, forces. */
    public List<Party> parties() {
        return List.copyOf(byId.values());
    }

    /** Front doors of Children's and Adults' services: parties with the role {@code safeguarding-front-door} (R29). */
    public List<Party> safeguardingFrontDoors() {
        return byId.values().stream()
                .filter(each -> each.roles().contains("safeguarding-front-door"))
                .toList();
    }

    /** The agreement between the council and this force; of several, the one that ends last. */
    public Optional<Agreement> agreement(String forceId) {
        return people.agreements().stream()
                .filter(each -> each.force().equals(forceId))
                .max(java.util.Comparator.comparing(Agreement::until));
    }

    /** Seats on the Channel panel (policy 3.1). */
    public List<PanelMember> panel() {
        return people.panel();
    }

    public List<Question> questions() {
        return files.questions().questions();
    }

    /** Facts about a person that a request can carry (R14), in the order shown. */
    public List<PersonField> fields() {
        return files.questions().fields();
    }

    /** How each transfer channel is carried, and the profile in force. */
    public SendingWays ways() {
        return ways;
    }

    /** A next hop by its id. */
    public Optional<NextHop> nextHop(String id) {
        return ways.nextHops().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The certificate that mail to this address is sealed to: the party's own, if it carries the address or no address at all. */
    public Optional<X509Certificate> sealTo(MailAddress address) {
        return SealingCertificate.of(at(address), address);
    }

    /** Authorities whose S/MIME certificates are believed. */
    public List<X509Certificate> trust() {
        return files.trust();
    }

    /** Public halves of our own keys, retired ones too, by name such as {@code spoc-2026}. */
    public Map<String, X509Certificate> ownCertificates() {
        return files.own();
    }

    /** Whether an address that is not in the directory looks like one that is. Takes raw text: it may hold any letter. */
    public Optional<Lookalike> lookalike(String address) {
        return lookalikes.find(address);
    }

    /** Where a value stands in the files. */
    public Origins origins() {
        return files.origins();
    }
}
