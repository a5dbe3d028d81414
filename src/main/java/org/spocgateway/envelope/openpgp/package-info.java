/**
 * Takes OpenPGP apart (RFC 9580): armour, packets, decryption, signatures.
 *
 * <p>Never: MIME, mail, files but our own keys. Trust: nothing in a message is believed; every length is checked against the bytes
 * that are there before a library sees it, and nothing comes out of a sealed message before its end was verified.
 */
@NullMarked
package org.spocgateway.envelope.openpgp;

import org.jspecify.annotations.NullMarked;
