/**
 * Cases, the gate, requests, replies, calls and clocks.
 *
 * <p>Never: sending, deciding. Trust: an officer decides; a message only proposes.
 */
@NullMarked
package org.spocgateway.casework;

import org.jspecify.annotations.NullMarked;
