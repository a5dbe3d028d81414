/**
 * The mathematics of CMS (RFC 5652 and its family): content keys, content ciphers, digests, signatures; a room of {@code envelope}
 * that nobody else enters.
 *
 * <p>BouncyCastle reads the ASN.1; the primitives come from the fastest provider that is here. Never: whom to believe, MIME. Trust:
 * every structure is hostile; what an encrypted stream gives is not genuine before it has been read to its end.
 */
@NullMarked
package org.spocgateway.envelope.cms;

import org.jspecify.annotations.NullMarked;
