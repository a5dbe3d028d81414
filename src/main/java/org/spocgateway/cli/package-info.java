/**
 * The command line: check, explain, request, user, log.
 *
 * <p>Never: a Spring context where none is needed. Trust: whoever may read the state folder may give commands.
 */
@NullMarked
package org.spocgateway.cli;

import org.jspecify.annotations.NullMarked;
