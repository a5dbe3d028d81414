package org.spocgateway.directory;

/**
 * An OpenPGP public key that may sign, pinned by the fingerprint that its owner told.
 *
 * @param fingerprint 40 hexadecimal digits (version 4) or 64 (version 6), lower case
 * @param armored the key as it stands in its file
 */
public record OpenPgpKey(String fingerprint, String armored) {}
