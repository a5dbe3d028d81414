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
import java.util.stream.Stream;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.SchoolTerms;
import org.spocgateway.terms.WorkingDays;

/** Who is who, as one immutable snapshot with a hash that every decision names. */
public final class Directory {
    private static final int CALENDAR_WARNING_DAYS = 90;

    private final Snapshot snapshot;
    private final Council council;
    private final WorkingDays workingDays;
    private final SchoolTerms schoolTerms;
    private final List<Officer> officers;
    private final List<Partner> partners;
    private final List<Force> forces;
    private final List<Agreement> agreements;
    private final List<PanelMember> panel;
    private final QuestionsFile questions;
    private final SendingWays ways;
    private final List<X509Certificate> trust;
    private final Map<String, X509Certificate> own;
    private final Origins origins;
    private final List<PinnedSigner> approved;
    private final Map<MailAddress, Party> byAddress = new HashMap<>();
    private final Map<String, Party> byId = new LinkedHashMap<>();

    Directory(
            Snapshot snapshot,
            Council council,
            WorkingDays workingDays,
            SchoolTerms schoolTerms,
            List<Officer> officers,
            List<Partner> partners,
            List<Force> forces,
            List<Agreement> agreements,
            List<PanelMember> panel,
            QuestionsFile questions,
            SendingWays ways,
            List<X509Certificate> trust,
            Map<String, X509Certificate> own,
            Origins origins) {
        this(
                snapshot,
                council,
                workingDays,
                schoolTerms,
                officers,
                partners,
                forces,
                agreements,
                panel,
                questions,
                ways,
                trust,
                own,
                origins,
                List.of());
    }

    private Directory(
            Snapshot snapshot,
            Council council,
            WorkingDays workingDays,
            SchoolTerms schoolTerms,
            List<Officer> officers,
            List<Partner> partners,
            List<Force> forces,
            List<Agreement> agreements,
            List<PanelMember> panel,
            QuestionsFile questions,
            SendingWays ways,
            List<X509Certificate> trust,
            Map<String, X509Certificate> own,
            Origins origins,
            List<PinnedSigner> approved) {
        this.snapshot = snapshot;
        this.council = council;
        this.workingDays = workingDays;
        this.schoolTerms = schoolTerms;
        this.officers = List.copyOf(officers);
        this.partners = List.copyOf(partners);
        this.forces = List.copyOf(forces);
        this.agreements = List.copyOf(agreements);
        this.panel = List.copyOf(panel);
        this.questions = questions;
        this.ways = ways;
        this.trust = List.copyOf(trust);
        this.own = new LinkedHashMap<>(own);
        this.origins = origins;
        this.approved = List.copyOf(approved);
        Stream.of(officers, partners, forces).flatMap(List::stream).forEach(party -> {
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
        var changed = new SendingWays(
                ways.standardHop(),
                ways.noticeHop(),
                ways.profile(),
                ways.profiles(),
                ways.portalForPublicBodies(),
                ways.portalForForwardedOfficers(),
                ways.nextHops().stream().map(change).toList());
        return new Directory(
                snapshot,
                council,
                workingDays,
                schoolTerms,
                officers,
                partners,
                forces,
                agreements,
                panel,
                questions,
                changed,
                trust,
                own,
                origins,
                approved);
    }

    /** The same with certificates that officers approved beside those of the files. The hash stays that of the files. */
    public Directory withApproved(List<PinnedSigner> signers) {
        return new Directory(
                snapshot,
                council,
                workingDays,
                schoolTerms,
                officers,
                partners,
                forces,
                agreements,
                panel,
                questions,
                ways,
                trust,
                own,
                origins,
                signers);
    }

    /**
     * The same files with other people: whom the council knows, for a trial that must not depend on who is installed. The hash stays that
     * of the files; agreements and panel are left out.
     */
    public Directory withPeople(Council other, List<Officer> staff, List<Partner> asked, List<Force> police) {
        return new Directory(
                snapshot,
                other,
                workingDays,
                schoolTerms,
                staff,
                asked,
                police,
                List.of(),
                List.of(),
                questions,
                ways,
                trust,
                own,
                origins,
                approved);
    }

    /** The same under another profile of channels.yaml, such as the one that was in force on a past day. */
    public Directory withProfile(Profile other) {
        var changed = new SendingWays(
                ways.standardHop(),
                ways.noticeHop(),
                other,
                ways.profiles(),
                ways.portalForPublicBodies(),
                ways.portalForForwardedOfficers(),
                ways.nextHops());
        return new Directory(
                snapshot,
                council,
                workingDays,
                schoolTerms,
                officers,
                partners,
                forces,
                agreements,
                panel,
                questions,
                changed,
                trust,
                own,
                origins,
                approved);
    }

    /** Certificates that officers approved, beside those of the files. */
    public List<PinnedSigner> approved() {
        return approved;
    }

    /** SHA-256 of the files it was read from: 64 hexadecimal digits. */
    public String hash() {
        return snapshot.hash();
    }

    /** The exact bytes of those files, by path below config/ or as {@code certs/...}: what is kept of it when it becomes active. */
    public Map<String, byte[]> files() {
        return snapshot.files();
    }

    /** The council. */
    public Council council() {
        return council;
    }

    /** The days on which the council works. */
    public WorkingDays workingDays() {
        return workingDays;
    }

    /** When schools are open. */
    public SchoolTerms schoolTerms() {
        return schoolTerms;
    }

    /** What to tell the administrator when the list of bank holidays ends within 90 days of this day, or has ended. */
    public Optional<String> calendarWarning(LocalDate day) {
        LocalDate until = workingDays.knownUntil();
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
        return Optional.of(council.spocMailbox())
                .filter(address::equals)
                .map(own -> new Officer(
                        "spoc-mailbox",
                        "SPOC mailbox",
                        List.of(own),
                        council.telephone(),
                        Set.of("spoc"),
                        false,
                        Optional.empty()));
    }

    /** The force whose mail domains hold this address, on whole labels, whether or not it is a listed mailbox. */
    public Optional<Force> forceOf(MailAddress address) {
        return forces.stream()
                .filter(force -> force.domains().stream().anyMatch(address::isWithin))
                .findFirst();
    }

    /** By directory id. */
    public Optional<Party> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Officer> officers() {
        return officers;
    }

    public List<Partner> partners() {
        return partners;
    }

    /** Forces; the first is the council's own. */
    public List<Force> forces() {
        return forces;
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
        return agreements.stream()
                .filter(each -> each.force().equals(forceId))
                .max(java.util.Comparator.comparing(Agreement::until));
    }

    /** Seats on the Channel panel (policy 3.1). */
    public List<PanelMember> panel() {
        return panel;
    }

    public List<Question> questions() {
        return questions.questions();
    }

    /** Facts about a person that a request can carry (R14), in the order shown. */
    public List<PersonField> fields() {
        return questions.fields();
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
        return trust;
    }

    /** Public halves of our own keys, retired ones too, by name such as {@code spoc-2026}. */
    public Map<String, X509Certificate> ownCertificates() {
        return Map.copyOf(own);
    }

    /** Whether an address that is not in the directory looks like one that is. Takes raw text: it may hold any letter. */
    public Optional<Lookalike> lookalike(String address) {
        return Lookalikes.of(this).find(address);
    }

    /** Where a value stands in the files. */
    public Origins origins() {
        return origins;
    }
}
