package org.spocgateway.directory;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spocgateway.terms.MailAddress;

/** Compares an address with every domain and address of a directory (domain 3.4, the spoof set). */
final class Lookalikes {
    private static final int LONG_ENOUGH = 8;
    /** Letters of other alphabets, each followed by the Latin one it looks like. */
    private static final String ALIKE =
            "\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0456i\u0455s\u0458j\u0501d\u04bbh\u04cfl\u043cm\u0442t\u043dh\u043ak\u0432b\u03b1a\u03bfo\u03c1p\u03bdv\u03b9i\u03bak";

    private final WhoIsWho people;
    private final List<Look> ours;

    /** @param people whose domains and addresses others may look like */
    Lookalikes(WhoIsWho people) {
        this.people = people;
        Set<String> domains = new LinkedHashSet<>(people.council().domains());
        people.forces().forEach(force -> domains.addAll(force.domains()));
        people.partners().forEach(partner -> partner.addresses().forEach(each -> domains.add(each.domain())));
        ours = domains.stream().map(Look::of).toList();
    }

    /** A domain, what the eye sees of it, and its letters. */
    private record Look(String domain, String skeleton, String bare) {
        static Look of(String domain) {
            return new Look(
                    domain, Lookalikes.skeleton(domain), domain.replace(".", "").replace("-", ""));
        }
    }

    Optional<Lookalike> find(String address) {
        String text =
                Normalizer.normalize(address.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (MailAddress.parse(text).filter(this::isOurs).isPresent()) {
            return Optional.empty();
        }
        int at = text.lastIndexOf('@');
        String domain = IDN.toUnicode(text.substring(at + 1)).toLowerCase(Locale.ROOT);
        if (ours.stream().anyMatch(each -> domain.equals(each.domain) || domain.endsWith("." + each.domain))) {
            return at < 1 ? Optional.empty() : slip(text.substring(0, at), domain);
        }
        Look look = Look.of(domain);
        return ours.stream()
                .flatMap(each -> compare(look, each).stream().map(way -> new Lookalike(each.domain, way)))
                .findFirst();
    }

    private boolean isOurs(MailAddress address) {
        return people.parties().anyMatch(party -> party.addresses().contains(address));
    }

    private static Optional<Lookalike.Way> compare(Look look, Look ours) {
        boolean foreign = look.domain.codePoints().anyMatch(Lookalikes::isForeign);
        if (foreign && Nearest.distance(look.skeleton, ours.skeleton) <= 1) {
            return Optional.of(Lookalike.Way.OTHER_ALPHABET);
        }
        if (look.skeleton.equals(ours.skeleton)) {
            return Optional.of(Lookalike.Way.ALIKE_LETTERS);
        }
        String dashed = look.domain.replace('-', '.');
        if (("." + dashed + ".").contains("." + ours.domain + ".")) {
            return Optional.of(Lookalike.Way.INSIDE_ANOTHER);
        }
        boolean near = ours.domain.length() >= LONG_ENOUGH
                && (look.bare.equals(ours.bare) || Nearest.distance(look.domain, ours.domain) == 1);
        return near ? Optional.of(Lookalike.Way.ONE_LETTER) : Optional.empty();
    }

    private Optional<Lookalike> slip(String local, String domain) {
        return people.parties()
                .filter(party -> party.addresses().stream().anyMatch(ours -> isSlip(local, domain, ours)))
                .findFirst()
                .map(party -> new Lookalike(party.name(), Lookalike.Way.ONE_LETTER_BEFORE_AT));
    }

    private static boolean isSlip(String local, String domain, MailAddress ours) {
        return ours.domain().equals(domain)
                && ours.localPart().length() >= LONG_ENOUGH
                && (Nearest.distance(local, ours.localPart()) <= 2
                        || skeleton(local).equals(skeleton(ours.localPart())));
    }

    private static boolean isForeign(int letter) {
        UnicodeScript script = UnicodeScript.of(letter);
        return script != UnicodeScript.LATIN && script != UnicodeScript.COMMON;
    }

    /** What the eye sees: letters that look alike become one. */
    private static String skeleton(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String latin = plain.codePoints().mapToObj(Lookalikes::latin).collect(Collectors.joining());
        return latin.replace("rn", "m")
                .replace("vv", "w")
                .replace("cl", "d")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('i', 'l')
                .replace('5', 's');
    }

    private static String latin(int letter) {
        String one = Character.toString(letter);
        int index = ALIKE.indexOf(one);
        return index >= 0 && index % 2 == 0 ? ALIKE.substring(index + 1, index + 2) : one;
    }
}
