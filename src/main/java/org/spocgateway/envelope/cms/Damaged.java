package org.spocgateway.envelope.cms;

import java.io.IOException;

/** A structure or what is in it is broken off, changed, or does not open with the key; whatever the cause, it looks the same. */
public class Damaged extends IOException {
    private static final long serialVersionUID = 1L;

    public Damaged() {
        super("a CMS structure is damaged");
    }
}
