/**
 * The officers' pages.
 *
 * <p>Never: couriers, cryptography. Trust: an officer sees a person only by asking, and asking is logged.
 */
@NullMarked
package org.spocgateway.desk;

import org.jspecify.annotations.NullMarked;
