/**
 * Whether content is known to be malicious: asked from ClamAV, where it is configured.
 *
 * <p>Never: what happens to the content then. Trust: only a clear answer counts; no answer is never a clean one.
 */
@NullMarked
package org.spocgateway.scanner;

import org.jspecify.annotations.NullMarked;
