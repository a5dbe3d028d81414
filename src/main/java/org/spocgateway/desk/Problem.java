package org.spocgateway.desk;

/**
 * One fault of a form, for the summary at the top and the place where it happened.
 *
 * @param field id of the input
 * @param message a finished sentence
 */
public record Problem(String field, String message) {}
