package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;
import org.spocgateway.terms.MailAddress;

/**
 * Grades how safely a message arrived, from proof and from our own border's headers only (domain 3.4; policy 4.6).
 *
 * <p>A: verified (one valid signature by a signer whom the directory knows for the single From), and DMARC pass on a hop that was
 * protected or sealed. B: verified without DMARC; a trusted relay of the profile; CJSM with DMARC pass. C: DMARC aligned pass and TLS
 * 1.2 on the border hop. D: TLS, but DMARC none or fail, or old TLS. E: a hop in clear text. Every code against the sender then caps the
 * grade by its effect: F for what is contradicted, D for what is unproven, and by {@link CodePolicy} for the rest.
 */
final class Grading {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\",;]+@[A-Za-z0-9.-]+");

    private final TrustedRelays relays;
    private final Border border;
    private final CodePolicy policy;
    private final Directory directory;
    private final List<String> boundaryHosts;

    Grading(TrustedRelays relays, Border border, CodePolicy policy, Directory directory) {
        this.relays = relays;
        this.border = border;
        this.policy = policy;
        this.directory = directory;
        this.boundaryHosts = directory.council().boundaryHosts();
    }

    Arrival grade(Opening opening, ReadMail mail, SenderSide side) {
        var trail = Trail.of(mail.trace(), boundaryHosts, border.insideHosts());
        Optional<Opened> opened = opening instanceof Opened one ? Optional.of(one) : Optional.empty();
        List<Fault> codes = codes(opened, mail, side, trail);
        var observed = new ArrayList<String>();
        ArrivalGrade grade =
                mail.from().map(from -> carried(opened, from, trail, observed)).orElse(ArrivalGrade.F);
        for (Fault code : codes) {
            grade = worse(grade, policy.best(code));
        }
        return new Arrival(grade, List.copyOf(observed), codes);
    }

    /** Everything against the sender: what opening found, and what headers and directory tell. */
    private List<Fault> codes(Optional<Opened> opened, ReadMail mail, SenderSide side, Trail trail) {
        var found = EnumSet.noneOf(Fault.class);
        opened.ifPresent(one -> found.addAll(one.findings()));
        opened.flatMap(Grading::signature).ifPresent(found::add);
        if (!found.contains(Fault.NO_FROM) && !found.contains(Fault.SEVERAL_FROM)) {
            side.fault().ifPresent(found::add);
        }
        if (trail.forged()) {
            found.add(Fault.FORGED_RESULTS);
        }
        if (goesElsewhere(mail, "reply-to")) {
            found.add(Fault.ANSWERS_ELSEWHERE);
        }
        if (goesElsewhere(mail, "sender")) {
            found.add(Fault.OTHER_SUBMITTER);
        }
        return Fault.ofCodes(found.stream().map(Fault::code).toList());
    }

    /** A signature that is not the sender's always has a code, whoever made the finding. */
    private static Optional<Fault> signature(Opened one) {
        if (one.signature() == Signature.INVALID) {
            return Optional.of(Fault.BROKEN);
        }
        boolean unexplained = one.findings().stream().allMatch(each -> each.effect() == Fault.Effect.NOTED);
        return one.signature() != Signature.NONE && !one.isVerified() && unexplained
                ? Optional.of(Fault.NOT_IN_DIRECTORY)
                : Optional.empty();
    }

    private ArrivalGrade carried(Optional<Opened> opened, MailAddress from, Trail trail, List<String> observed) {
        boolean dmarc =
                trail.result().filter(result -> result.passesFor(from.domain())).isPresent();
        boolean dmarcFails = trail.result()
                        .flatMap(AuthenticationResult::dmarc)
                        .filter(word -> !word.equals("none"))
                        .isPresent()
                && !dmarc;
        BorderHop.Tls tls = trail.hop().map(BorderHop::tls).orElse(BorderHop.Tls.NONE);
        boolean goodTls = tls == BorderHop.Tls.GOOD || tls == BorderHop.Tls.UNSTATED && border.refusesOldTls();
        boolean sealed =
                opened.filter(one -> one.wasSealed() && one.integrity()).isPresent();
        observed.add(dmarc ? "dmarc-pass" : dmarcFails ? "dmarc-fail" : "dmarc-none");
        observed.add(goodTls ? "tls" : tls == BorderHop.Tls.NONE ? "clear-text" : "old-tls");
        if (opened.filter(Opened::isVerified).isPresent() && (sealed || goodTls) && !dmarcFails) {
            observed.add(sealed ? "signed-and-sealed" : "signed");
            return dmarc ? ArrivalGrade.A : ArrivalGrade.B;
        }
        if (throughTrustedRelay(from, trail)) {
            observed.add("trusted-relay");
            return ArrivalGrade.B;
        }
        if (dmarc && goodTls) {
            return from.isWithin("cjsm.net") ? ArrivalGrade.B : ArrivalGrade.C;
        }
        return tls == BorderHop.Tls.NONE && !sealed ? ArrivalGrade.E : ArrivalGrade.D;
    }

    private boolean throughTrustedRelay(MailAddress from, Trail trail) {
        return relays.senders().stream().anyMatch(from::isWithin)
                && trail.hop()
                        .filter(hop -> hop.writtenBy(relays.relays()) && hop.cameFrom(relays.senders())
                                || hop.writtenBy(boundaryHosts) && hop.cameFrom(relays.relays()))
                        .isPresent();
    }

    /** Whether a header names another house than the From's; a force's old and new domain are one house. */
    private boolean goesElsewhere(ReadMail mail, String header) {
        String written = mail.extra().getOrDefault(header, "");
        if (written.isBlank()) {
            return false;
        }
        List<MailAddress> named = ADDRESS.matcher(written.substring(0, Math.min(written.length(), 500)))
                .results()
                .flatMap(found -> MailAddress.parse(found.group()).stream())
                .toList();
        return named.isEmpty()
                || mail.from()
                        .filter(from -> named.stream().anyMatch(other -> !sameHouse(from, other)))
                        .isPresent();
    }

    private boolean sameHouse(MailAddress one, MailAddress other) {
        return one.domain().equals(other.domain())
                || directory.forceOf(one).isPresent() && directory.forceOf(one).equals(directory.forceOf(other));
    }

    private static ArrivalGrade worse(ArrivalGrade one, ArrivalGrade other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
