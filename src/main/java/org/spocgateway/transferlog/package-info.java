/**
 * The transfer log: append-only Merkle log of every step that moves or shows information, its checkpoints and its export.
 *
 * <p>Never: personal data in a leaf. Trust: the log is not trusted: whoever alters it is found by proof given an earlier checkpoint; the signing key is trusted, and runs in this process.
 */
@NullMarked
package org.spocgateway.transferlog;

import org.jspecify.annotations.NullMarked;
