package org.spocgateway.casework;

import java.util.Set;
import org.spocgateway.terms.CaseId;
import org.spocgateway.terms.TransferId;

/**
 * A case is being erased; published in that transaction, before the case's own key goes.
 *
 * @param taken listeners add every transfer that they erase, for the certificate
 */
public record CaseErased(CaseId caseId, Set<TransferId> taken) {}
