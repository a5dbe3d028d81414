/**
 * The outbox, the couriers and the receipts; the only sender.
 *
 * <p>Never: deciding. Trust: a partner's server is believed in its reply only, after TLS proved its name.
 */
@NullMarked
package org.spocgateway.dispatch;

import org.jspecify.annotations.NullMarked;
