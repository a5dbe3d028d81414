package org.spocgateway.dispatch;

import org.spocgateway.terms.Fingerprint;
import org.spocgateway.vault.BlobId;

/** The frozen content of a transfer: sealed once, the same bytes at every attempt. */
public record Content(BlobId blob, Fingerprint fingerprint) {}
