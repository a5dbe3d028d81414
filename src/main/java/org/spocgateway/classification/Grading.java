package org.spocgateway.classification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signature;
import org.spocgateway.terms.MailAddress;

/**
 * Grades how safely a message arrived, from proof and from our own border's headers only (domain 3.4; policy 4.6).
 *
 * <p>A: valid signature of a pinned certificate bound to the From, and DMARC pass on a hop that was protected or sealed. B: such a
 * signature without DMARC; a trusted relay of the profile; CJSM with DMARC pass. C: DMARC aligned pass and TLS 1.2 on the border hop.
 * D: TLS, but DMARC none or fail, old TLS, a signature that the directory does not know, or an answer address elsewhere. E: a hop in
 * clear text. F: forged or contradictory, no single From, or a force that nobody knows.
 */
final class Grading {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\",;]+@[A-Za-z0-9.-]+");

    private final TrustedRelays relays;
    private final Border border;
    private final Directory directory;
    private final List<String> boundaryHosts;

    Grading(TrustedRelays relays, Border border, Directory directory) {
        this.relays = relays;
        this.border = border;
        this.directory = directory;
        this.boundaryHosts = directory.council().boundaryHosts();
    }

    Arrival grade(Opening opening, ReadMail mail, SenderSide side) {
        var trail = Trail.of(mail.trace(), boundaryHosts, border.insideHosts());
        Optional<Opened> opened = opening instanceof Opened one ? Optional.of(one) : Optional.empty();
        Optional<String> contradiction = contradiction(opened, side, trail);
        if (contradiction.isPresent() || mail.from().isEmpty()) {
            return new Arrival(ArrivalGrade.F, List.of(contradiction.orElse("no-single-from")));
        }
        var observed = new ArrayList<String>();
        ArrivalGrade grade = carried(opened, mail.from().get(), trail, observed);
        if (unknownSignature(opened)) {
            observed.add("signature-not-in-directory");
            grade = worse(grade, ArrivalGrade.D);
        }
        if (answersElsewhere(mail)) {
            observed.add("reply-to-elsewhere");
            grade = worse(grade, ArrivalGrade.D);
        }
        return new Arrival(grade, List.copyOf(observed));
    }

    private static Optional<String> contradiction(Optional<Opened> opened, SenderSide side, Trail trail) {
        if (side.isForged()) {
            return Optional.of(side.word());
        }
        if (trail.forged()) {
            return Optional.of("forged-results");
        }
        boolean broken =
                opened.filter(one -> one.signature() == Signature.INVALID).isPresent();
        return broken ? Optional.of("signature-invalid") : Optional.empty();
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
        if (proven(opened) && (sealed || goodTls) && !dmarcFails) {
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

    private static boolean proven(Optional<Opened> opened) {
        return opened.filter(one -> one.signature() == Signature.VALID && one.pinned() && one.bound())
                .isPresent();
    }

    private static boolean unknownSignature(Optional<Opened> opened) {
        return opened.filter(one -> one.signature() != Signature.NONE).isPresent() && !proven(opened);
    }

    private boolean throughTrustedRelay(MailAddress from, Trail trail) {
        return relays.senders().stream().anyMatch(from::isWithin)
                && trail.hop()
                        .filter(hop -> hop.writtenBy(relays.relays()) && hop.cameFrom(relays.senders())
                                || hop.writtenBy(boundaryHosts) && hop.cameFrom(relays.relays()))
                        .isPresent();
    }

    /** Whether answers would go to another house; a force's old and new domain are one house. */
    private boolean answersElsewhere(ReadMail mail) {
        String written = mail.extra().getOrDefault("reply-to", "");
        if (written.isBlank()) {
            return false;
        }
        Matcher address = ADDRESS.matcher(written.substring(0, Math.min(written.length(), 500)));
        Optional<MailAddress> replyTo = address.find() ? MailAddress.parse(address.group()) : Optional.empty();
        return replyTo.isEmpty()
                || mail.from().filter(from -> !sameHouse(from, replyTo.get())).isPresent();
    }

    private boolean sameHouse(MailAddress one, MailAddress other) {
        return one.domain().equals(other.domain())
                || directory.forceOf(one).isPresent() && directory.forceOf(one).equals(directory.forceOf(other));
    }

    private static ArrivalGrade worse(ArrivalGrade one, ArrivalGrade other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
