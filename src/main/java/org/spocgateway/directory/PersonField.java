package org.spocgateway.directory;

/**
 * A kind of fact about a person that a request can carry (R14).
 *
 * @param id such as {@code born}; what {@link Partner#fields()} lists
 * @param label as people read it
 * @param ticked whether it is ticked when an officer begins a request
 */
public record PersonField(String id, String label, boolean ticked) {}
