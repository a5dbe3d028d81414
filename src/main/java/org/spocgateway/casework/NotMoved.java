package org.spocgateway.casework;

import org.spocgateway.terms.Gate;

/**
 * The gate stays as it is.
 *
 * @param rule the rule's id, such as {@code R2}
 * @param code a word for message bundles, such as {@code tick-missing}
 * @param sentence plain words for the officer
 */
public record NotMoved(Gate gate, String rule, String code, String sentence) implements GateMove {}
