package org.spocgateway.envelope.openpgp;

/** What one OpenPGP signature came to. */
public enum Judgement {
    /** Nothing is signed. */
    NONE,
    /** The one signature is right, by a key pinned for this very sender, in its time, with methods that count. */
    VALID,
    /** The mathematics say no, or the form is one that only a forger uses. */
    WRONG,
    /** Right, by a key that is pinned, but for somebody else than the sender. */
    OTHER_SENDER,
    /** By a key that is not pinned; nothing can be said. */
    UNKNOWN_KEY,
    /** More than one signature. */
    SEVERAL,
    /** Of a version, type or method that we cannot check. */
    UNCHECKABLE,
    WEAK_DIGEST,
    WEAK_KEY,
    /** Made in the future. */
    AHEAD,
    /** The key or the signature had run out then, or has now. */
    EXPIRED,
    /** Its owner has withdrawn the key. */
    REVOKED,
    /** The key's own papers do not allow it to sign. */
    UNFIT_KEY
}
