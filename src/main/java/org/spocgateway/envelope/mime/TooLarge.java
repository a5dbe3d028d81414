package org.spocgateway.envelope.mime;

import java.io.IOException;

/** More of something than is looked at: header bytes, bytes of one layer. */
public class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String what) {
        super(what);
    }
}
