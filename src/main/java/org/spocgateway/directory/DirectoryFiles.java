package org.spocgateway.directory;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spocgateway.terms.MailAddress;

/** Reads config/ and certs/ whole into one {@link Directory}, or tells everything that is wrong. */
final class DirectoryFiles {
    private final Path config;
    private final Findings findings;
    private final Certificates certificates;
    private final Origins origins = new Origins();
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    DirectoryFiles(Path config, Path certs, Findings findings) {
        this.config = config;
        this.findings = findings;
        this.certificates = new Certificates(certs);
    }

    Directory read() {
        var channelsFile = new ChannelsFile(certificates, origins);
        SendingWays ways = channelsFile.read(page(ChannelsFile.NAME));
        var questions = new QuestionsFile(page("questions.yaml"));
        Set<String> fields = questions.fields().stream().map(PersonField::id).collect(Collectors.toSet());
        var parties = new PartyFiles(certificates, origins, channelsFile);
        Block councilBlock = page("directory/council.yaml").root();
        Council council = council(councilBlock, ways.profile().identity());
        List<X509Certificate> trust = certificates.listed(councilBlock, "trust");
        Map<String, X509Certificate> own = own(councilBlock);
        councilBlock.noMore();
        var officers = parties.officers(page("directory/officers.yaml"));
        var forces = parties.forces(page("directory/forces.yaml"), ways.profile());
        var partners = parties.partners(page("directory/partners.yaml"), fields);
        var papers = new PapersFiles(origins);
        var agreements = papers.agreements(page("directory/agreements.yaml"), forces);
        var panel = papers.panel(page("directory/panel.yaml"));
        CalendarFile.Calendar calendar = new CalendarFile(origins).read(page(CalendarFile.NAME));
        new CrossChecks(findings, origins).check(council, officers, forces, partners);
        findings.throwIfAny();
        return new Directory(
                new AsRead(snapshot(), calendar, questions, trust, own, origins),
                new WhoIsWho(council, officers, partners, forces, agreements, panel),
                ways,
                List.of());
    }

    private ConfigPage page(String name) {
        ConfigPage page = ConfigPage.read(config, name, findings);
        files.put(name, page.bytes());
        return page;
    }

    private Council council(Block block, MailAddress secureIdentity) {
        List<String> domains = block.texts("domains");
        domains.forEach(each -> MailDomain.check(block, "domains", each));
        var council = new Council(
                block.text("name"),
                domains,
                block.address("spoc-mailbox"),
                block.address("community-safety"),
                secureIdentity,
                block.telephone("telephone"),
                block.texts("boundary-hosts"));
        for (String key : List.of("spoc-mailbox", "community-safety")) {
            if (domains.stream().noneMatch(block.address(key)::isWithin)) {
                block.wrong(key, "This mailbox is in none of the council's domains.", "Correct it, or add its domain.");
            }
        }
        origins.note("council", block);
        return council;
    }

    private Map<String, X509Certificate> own(Block council) {
        var own = new LinkedHashMap<String, X509Certificate>();
        List<String> names = council.texts("own-certificates");
        List<X509Certificate> read = certificates.listed(council, "own-certificates");
        for (int i = 0; i < names.size() && names.size() == read.size(); i++) {
            own.put(names.get(i).replaceFirst("^.*/", "").replaceFirst("\\.pem$", ""), read.get(i));
        }
        return own;
    }

    /** Certificates included. */
    private Snapshot snapshot() {
        certificates.files().forEach((name, bytes) -> files.put("certs/" + name, bytes));
        return Snapshot.of(files);
    }
}
