/**
 * Opens and seals mail: S/MIME, signatures, MIME reading; pure, and the only package that knows BouncyCastle.
 *
 * <p>Never: storage, cases, half-open messages. Trust: nothing inside a message is believed; plaintext comes out only when tag, signature and policy agree.
 */
@NullMarked
package org.spocgateway.envelope;

import org.jspecify.annotations.NullMarked;
