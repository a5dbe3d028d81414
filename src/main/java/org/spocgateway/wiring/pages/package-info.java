/**
 * The closed grammar that holds the pages of {@code routes/}: their text is read before any bean exists, and what is not allowed
 * stops the start.
 *
 * <p>Never: running a page. Trust: a page is a file somebody may have changed; only what this grammar names gets to Camel.
 */
@NullMarked
package org.spocgateway.wiring.pages;

import org.jspecify.annotations.NullMarked;
