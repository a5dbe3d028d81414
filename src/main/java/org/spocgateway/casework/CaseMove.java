package org.spocgateway.casework;

/** What came of trying to move a case. */
public sealed interface CaseMove permits CaseMoved, CaseNotMoved {}
