package org.spocgateway.classification;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.directory.Block;
import org.spocgateway.envelope.Fault;

/**
 * The best grade that a mail can have in spite of a code: by the code's own effect, or as the council says in classification.yaml.
 *
 * @param chosen for every code whose effect is {@link Fault.Effect#BY_POLICY}
 */
record CodePolicy(Map<Fault, ArrivalGrade> chosen) {
    private static final List<String> GRADES =
            Arrays.stream(ArrivalGrade.values()).map(Enum::name).toList();

    /** Every code of policy must stand there, so that none is forgotten. */
    static CodePolicy of(Block block) {
        var chosen = new EnumMap<Fault, ArrivalGrade>(Fault.class);
        for (Fault fault : Fault.values()) {
            if (fault.effect() == Fault.Effect.BY_POLICY) {
                chosen.put(fault, ArrivalGrade.valueOf(block.oneOf(fault.code(), GRADES)));
            }
        }
        block.noMore();
        return new CodePolicy(chosen);
    }

    ArrivalGrade best(Fault fault) {
        return switch (fault.effect()) {
            case CONTRADICTED -> ArrivalGrade.F;
            case UNOPENED, UNPROVEN -> ArrivalGrade.D;
            case BY_POLICY -> chosen.getOrDefault(fault, ArrivalGrade.F);
            case NOTED -> ArrivalGrade.A;
        };
    }
}
