package org.spocgateway.casework;

/** What came of approving a request or a referral. */
public sealed interface Approval permits Approved, NotApproved {}
