/**
 * The partner's side of egress-style: sealed packages, codes, pages, answers.
 *
 * <p>Never: cases, staff pages. Trust: whoever holds the link is nobody until the code was given.
 */
@NullMarked
package org.spocgateway.portal;

import org.jspecify.annotations.NullMarked;
