package org.spocgateway.casework;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spocgateway.terms.CaseId;

/**
 * Tells Children's or Adults' services about a person (policy 2.6, R29): it tells, it asks nothing.
 *
 * @param frontDoors directory ids with the role {@code safeguarding-front-door}
 * @param text what they must know
 * @param fields facts about the person by field name, in the order shown
 * @param policeRungFirst the officer's word that police were rung first; needed when the gate is STOPPED
 */
public record SafeguardingReferral(
        CaseId caseId, List<String> frontDoors, String text, Map<String, String> fields, boolean policeRungFirst) {
    public SafeguardingReferral {
        frontDoors = List.copyOf(frontDoors);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String toString() {
        return "SafeguardingReferral[" + caseId + "]";
    }
}
