/**
 * The one room that knows all the others: database, settings, keys, and the grammar that holds the pages of routes/.
 *
 * <p>Never: rules, decisions. Trust: a page is believed only after its text was checked.
 */
@NullMarked
package org.spocgateway.wiring;

import org.jspecify.annotations.NullMarked;
