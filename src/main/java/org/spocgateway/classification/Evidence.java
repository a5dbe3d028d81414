package org.spocgateway.classification;

/**
 * Which rule spoke, and where in the de-quoted text (or header) it found its words; never the words.
 *
 * @param rule the rule's id in classification.yaml
 * @param place {@code text}, {@code subject}, {@code header} or {@code structure}; {@code footer} is the signature, {@code quoted} an earlier
 *     mail inside this one (flagged, never obeyed)
 * @param from first character, -1 where there is no place in a text
 * @param to one after the last character
 */
public record Evidence(String rule, String place, int from, int to) {}
