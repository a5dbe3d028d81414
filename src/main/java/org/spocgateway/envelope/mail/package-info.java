/**
 * Reads mail as people see it (RFC 5322, RFC 2045 to 2049): headers, text, attachments, from bytes in memory.
 *
 * <p>Never: signatures, keys, files, the network. Trust: no length, name or charset in a message is believed; what cannot be read as
 * what it says it is, is still there as bytes.
 */
@NullMarked
package org.spocgateway.envelope.mail;

import org.jspecify.annotations.NullMarked;
