package org.spocgateway.directory;

import org.spocgateway.terms.MailAddress;

/** An OpenPGP key that may sign for one address. */
public record PinnedOpenPgpKey(MailAddress address, OpenPgpKey key) {}
