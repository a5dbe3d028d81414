package org.spocgateway.classification;

/** The kinds of mail that the mailbox receives (domain 5.4); people are told the name, config and logs carry the id. */
public enum MessageKind {
    POLICE_REFERRAL("K1"),
    POLICE_REFERRAL_URGENT("K2"),
    POLICE_GO_AHEAD("K3"),
    POLICE_NOT_YET("K4"),
    POLICE_STOP("K5"),
    POLICE_NO_FURTHER_ACTION("K6"),
    POLICE_ENCRYPTED("K7"),
    POLICE_MICROSOFT_WRAPPER("K8"),
    CJSM_MAIL("K9"),
    POLICE_TO_INDIVIDUAL("K10"),
    STAFF_REFERRAL("K11"),
    SCHOOL_REFERRAL_COPY("K12"),
    PUBLIC_CONCERN("K13"),
    PARTNER_RETURN("K14"),
    PARTNER_NIL_RETURN("K15"),
    PARTNER_QUERY("K16"),
    PARTNER_INSECURE_REPLY("K17"),
    PORTAL_NOTICE("K18"),
    DELIVERY_FAILURE("K19"),
    OUT_OF_OFFICE("K20"),
    READ_RECEIPT("K21"),
    PANEL_ADMIN("K22"),
    REVIEW_DUE("K23"),
    GOVERNANCE("K24"),
    INTERNAL_CHATTER("K25"),
    NOISE("K26"),
    HOSTILE("K27"),
    CANARY("K28"),
    /** Only the password for a file in another mail; a kind of our own beside the domain's. */
    PASSWORD_NOTICE("K29"),
    /** None of them: waits in front of a person. */
    UNSORTED("K0");

    private final String id;

    MessageKind(String id) {
        this.id = id;
    }

    /** {@code K1} to {@code K29}; {@code K0} for unsorted. */
    public String id() {
        return id;
    }

    /** Whether police wrote it, and to us. */
    public boolean fromPolice() {
        return ordinal() <= POLICE_MICROSOFT_WRAPPER.ordinal() || this == POLICE_TO_INDIVIDUAL;
    }
}
