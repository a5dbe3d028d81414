/**
 * IT security's pages and exports of the transfer log.
 *
 * <p>Never: casework, vault, dispatch. Trust: the reviewer sees facts about transfers, never about people.
 */
@NullMarked
package org.spocgateway.review;

import org.jspecify.annotations.NullMarked;
