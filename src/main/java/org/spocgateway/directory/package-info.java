/**
 * Who is who: council, officers, partners, forces, agreements and certificates as one snapshot with a hash, read from config/ and certs/.
 *
 * <p>Never: rules. Trust: what stands in config/ was checked whole at the start; an address that is not in it is nobody.
 */
@NullMarked
package org.spocgateway.directory;

import org.jspecify.annotations.NullMarked;
