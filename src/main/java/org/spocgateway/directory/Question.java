package org.spocgateway.directory;

/**
 * A standard question to a partner (policy 4.4).
 *
 * @param id such as {@code known}
 * @param text what the partner reads
 * @param why the reason it is asked
 * @param inPolicy one of the three of policy 4.4: known, support, vulnerability
 */
public record Question(String id, String text, String why, boolean inPolicy) {}
