package org.spocgateway.release;

/**
 * Why a transfer is refused or held.
 *
 * @param rule the rule's id, such as {@code R1}
 * @param paragraph the policy paragraph, such as {@code 4.1}
 * @param sentence plain words for the officer
 */
public record Reason(String rule, String paragraph, String sentence) {}
