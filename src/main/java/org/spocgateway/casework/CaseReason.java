package org.spocgateway.casework;

/**
 * Why a case does not move.
 *
 * @param rule the rule's id, such as {@code R31}
 * @param paragraph the policy paragraph, such as {@code 3.2}
 * @param code a word for message bundles, such as {@code closing-evidence}
 */
public record CaseReason(String rule, String paragraph, String code) {}
