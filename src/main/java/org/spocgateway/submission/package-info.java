/**
 * Requests from outside the desk: the API.
 *
 * <p>Never: sending, deciding. Trust: a caller is whoever its token names.
 */
@NullMarked
package org.spocgateway.submission;

import org.jspecify.annotations.NullMarked;
