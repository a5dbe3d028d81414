package org.spocgateway.portal;

import java.util.Optional;
import org.spocgateway.terms.Actor;
import org.spocgateway.terms.TransferId;

/** Sealed packages: staged, made live, read, answered, revoked. */
public class Packages {
    /** Stores the package sealed and not live, in a transaction of its own; staging the same transfer again changes nothing. */
    public void stage(NewPackage contents) {
        throw new IllegalStateException("to be written");
    }

    /** Makes the link live in the running transaction; returns the link's path ({@code /r/<token>}), which is stored hashed only. */
    public String makeLive(TransferId id) {
        throw new IllegalStateException("to be written");
    }

    /** A fresh code of six digits to be read out by telephone, valid for 30 minutes; asking is logged. */
    public String codeToReadOut(TransferId id, Actor officer) {
        throw new IllegalStateException("to be written");
    }

    /** Ends the link, drafts and sessions at once in the running transaction; nothing happens to an answered package. */
    public void revoke(TransferId id, Actor by) {
        throw new IllegalStateException("to be written");
    }

    public Optional<PackageStatus> status(TransferId id) {
        throw new IllegalStateException("to be written");
    }
}
