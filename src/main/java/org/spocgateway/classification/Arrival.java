package org.spocgateway.classification;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.spocgateway.envelope.Fault;

/**
 * How safely a message arrived, and why.
 *
 * @param reasons words such as {@code dmarc-pass}, each the name of one observation
 * @param codes everything that speaks against its sender, gravest first
 */
record Arrival(ArrivalGrade grade, List<String> reasons, List<Fault> codes) {
    private static final Set<String> AUTHENTIC = Set.of("dmarc-pass", "trusted-relay", "signed", "signed-and-sealed");

    /** Together with how something around it arrived: the worse grade, and everything that speaks against either. */
    Arrival within(Arrival carrier) {
        List<String> all = Stream.concat(
                        reasons.stream(), carrier.reasons.stream().map(reason -> "carrier-" + reason))
                .toList();
        List<String> both = Stream.concat(codes.stream(), carrier.codes.stream())
                .map(Fault::code)
                .toList();
        ArrivalGrade worse = grade.compareTo(carrier.grade) >= 0 ? grade : carrier.grade;
        return new Arrival(worse, all, Fault.ofCodes(both));
    }

    List<Evidence> evidence() {
        return Stream.concat(
                        reasons.stream().map(reason -> new Evidence("arrival-" + reason, "header", -1, -1)),
                        codes.stream().map(code -> new Evidence(code.code(), Classified.CODE, -1, -1)))
                .toList();
    }

    /** Whether the domain it shows is proven to have sent it, and what speaks plainly against its sender. */
    Set<Structure> structures() {
        var found = EnumSet.noneOf(Structure.class);
        if (reasons.stream().anyMatch(AUTHENTIC::contains)) {
            found.add(Structure.AUTHENTICATED);
        }
        if (codes.stream().anyMatch(code -> code.effect() == Fault.Effect.CONTRADICTED)) {
            found.add(Structure.CONTRADICTED);
        }
        if (codes.contains(Fault.ANSWERS_ELSEWHERE) || codes.contains(Fault.OTHER_SUBMITTER)) {
            found.add(Structure.ANSWERS_ELSEWHERE);
        }
        return found;
    }

    /** Whether anything keeps the message from proposing a go-ahead, whatever its grade. */
    boolean isDenied() {
        return codes.stream().anyMatch(code -> code.effect().denies());
    }
}
