package org.spocgateway.vault;

/**
 * Names one sealed blob.
 *
 * @param value a random id
 */
public record BlobId(String value) {}
