package org.spocgateway.envelope;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Why a message was not opened, or why its sender is not believed: one code, one sentence for the officer, one next step.
 *
 * <p>The codes are documented in docs/codes.md, which is written from here. They stand in the log and on officers' screens; nothing
 * that goes to a sender tells one from another. In this order a message is tried: the first that applies is why it was not opened.
 */
public enum Fault {
    // --- opening
    // -----------------------------------------------------------------------------------------------------------
    TOO_LARGE(
            "OPEN-TOO-LARGE",
            Effect.UNOPENED,
            "It is larger, more deeply nested or unpacks to more than we accept.",
            "Ask the sender to split it."),
    UNPARSABLE(
            "OPEN-UNPARSABLE",
            Effect.UNOPENED,
            "It is not a mail that can be read.",
            "Look at the bytes with IT; ask the sender to send it again."),
    NOT_CMS(
            "OPEN-NOT-CMS",
            Effect.UNOPENED,
            "It says that it is sealed or signed, but what it carries is neither.",
            "Ask the sender to send it again; show IT the bytes if it happens twice."),
    RECIPIENT(
            "OPEN-RECIPIENT",
            Effect.UNOPENED,
            "It is sealed to a key that we do not hold.",
            "Ask the sender to seal it to our present certificate; a ready answer is on the page."),
    ALGORITHM(
            "OPEN-ALGORITHM",
            Effect.UNOPENED,
            "It uses an encryption that we do not accept.",
            "Ask the sender for AES encryption."),
    DAMAGED(
            "OPEN-DAMAGED",
            Effect.UNOPENED,
            "Its encrypted part is damaged or was changed on the way.",
            "Ask the sender to send it again."),
    PGP_VERSION(
            "OPEN-PGP-VERSION",
            Effect.UNOPENED,
            "It is sealed in a form of OpenPGP that we do not know.",
            "Ask the sender to seal it in the standard form (RFC 9580 or RFC 4880)."),
    PGP_UNPROTECTED(
            "OPEN-PGP-UNPROTECTED",
            Effect.UNOPENED,
            "It is sealed in an outdated form of OpenPGP that others can change unseen.",
            "Ask the sender to use a current program, which writes an MDC or AEAD."),
    BROKEN_OUTSIDE(
            "OPEN-BROKEN-OUTSIDE",
            Effect.UNOPENED,
            "Something sealed stands below a signature that is wrong: somebody may want us to open it for them.",
            "Do not answer or forward it. Ring the sender on the directory's number."),
    MICROSOFT_WRAPPER(
            "OPEN-MICROSOFT",
            Effect.UNOPENED,
            "It is a Microsoft protected message that only opens in a browser.",
            "Open it in the mailbox with the council's Microsoft account, and ask the sender to use plain TLS mail next time."),
    EGRESS_WRAPPER(
            "OPEN-EGRESS",
            Effect.UNOPENED,
            "It is an Egress (Switch) package that only opens in Egress's own reader.",
            "Open it with the council's Egress account, and ask the sender to use plain TLS mail next time."),
    PORTAL_WRAPPER(
            "OPEN-PORTAL",
            Effect.UNOPENED,
            "It is a protected message that only opens on another house's website.",
            "Open it there with the council's account: type the address yourself. Ask the sender to use plain TLS mail next time."),
    RIGHTS_FILE(
            "OPEN-RIGHTS",
            Effect.UNOPENED,
            "It holds a file that only opens with an account at a rights service.",
            "Open it with the council's Microsoft account, and ask the sender for the file without that protection."),
    PASSWORD_FILE(
            "OPEN-PASSWORD",
            Effect.UNOPENED,
            "It holds a file that needs a password.",
            "Ring the sender on the directory's number for the password, and type it on this page; do not ask by mail."),
    WRONG_PASSWORD(
            "OPEN-WRONG-PASSWORD",
            Effect.UNOPENED,
            "The password does not open the file.",
            "Type it again: capital and small letters differ. If it still does not open, ring the sender."),
    INFECTED(
            "SCAN-INFECTED",
            Effect.UNOPENED,
            "The virus scanner knows it as malicious. It stays sealed; nobody can open it here.",
            "Do not ask anybody to open it. Ring the sender on the directory's number, and tell IT security."),
    SCAN_TOO_LARGE(
            "SCAN-TOO-LARGE",
            Effect.UNOPENED,
            "It is larger than the virus scanner takes, so nobody knows whether it is safe. It stays sealed.",
            "Ask the sender to split it, or ask IT to raise the scanner's limit; then have it scanned again here."),
    SCAN_AWAY(
            "SCAN-AWAY",
            Effect.UNOPENED,
            "The virus scanner does not answer, so the file stays closed.",
            "Try again in a few minutes; tell IT if it goes on."),
    ATTEMPTS(
            "INTAKE-ATTEMPTS",
            Effect.UNOPENED,
            "Reading it was tried twice and came to no end.",
            "Show IT the bytes; they are kept. Ask the sender to send it again."),
    UNEXPECTED(
            "INTAKE-UNEXPECTED",
            Effect.UNOPENED,
            "Something went wrong with it that we did not foresee.",
            "Show IT the bytes and the log entry; ask the sender to send it again."),
    PARTLY_SEALED(
            "OPEN-PARTLY-SEALED",
            Effect.UNPROVEN,
            "A sealed part stands beside clear text. The sealed part stays closed.",
            "Ring the sender; ask for one message that is sealed as a whole."),
    COVERT_SEALED(
            "OPEN-COVERT",
            Effect.CONTRADICTED,
            "A sealed part is hidden where no mail program would show it: somebody may want us to open it for them.",
            "Do not answer or forward it. Tell IT security."),

    // --- trust: contradicted
    // ------------------------------------------------------------------------------------------------
    BROKEN(
            "TRUST-BROKEN",
            Effect.CONTRADICTED,
            "Its signature is wrong: what we read is not what was signed.",
            "Do not act on it. Ring the sender on the directory's number; the original is kept."),
    CONTENT_TWICE(
            "TRUST-CONTENT-TWICE",
            Effect.CONTRADICTED,
            "It carries two contents under one signature, and only one of them is signed.",
            "Do not act on it. Ring the sender on the directory's number; tell IT security."),
    OTHER_SENDER(
            "TRUST-OTHER-SENDER",
            Effect.CONTRADICTED,
            "It is signed by somebody else than the sender it shows.",
            "Do not act on it. Ring the sender on the directory's number."),
    SEVERAL_FROM(
            "TRUST-SEVERAL-FROM",
            Effect.CONTRADICTED,
            "It names several senders; nobody can tell who wrote it.",
            "Do not act on it. Ring the sender on the directory's number."),
    NO_FROM(
            "TRUST-NO-FROM",
            Effect.CONTRADICTED,
            "It names no sender.",
            "Do not act on it. Look at the original with IT."),
    ODD_FROM(
            "TRUST-ODD-FROM",
            Effect.CONTRADICTED,
            "The sender it shows is no address that we can use, or mail programs would read it differently.",
            "Do not act on it. Ring the sender on the directory's number."),
    SELF_SIGNED(
            "TRUST-SELF-SIGNED",
            Effect.CONTRADICTED,
            "Its signer vouches for himself: anybody can make such a certificate.",
            "Do not act on it. Ring the sender on the directory's number; tell IT security."),
    REVOKED(
            "TRUST-REVOKED",
            Effect.CONTRADICTED,
            "The signer's certificate was withdrawn by whoever issued it: its key may be stolen.",
            "Do not act on it. Ring the sender on the directory's number; tell IT security."),
    HEADERS_DIFFER(
            "TRUST-HEADERS-DIFFER",
            Effect.CONTRADICTED,
            "What it shows outside differs from what the sender protected inside.",
            "Do not act on it. Ring the sender on the directory's number."),
    LOOKALIKE(
            "TRUST-LOOKALIKE",
            Effect.CONTRADICTED,
            "It comes from an address that only looks like one we know.",
            "Do not act on it and do not answer it. Ring the number we hold."),
    UNKNOWN_FORCE(
            "TRUST-UNKNOWN-FORCE",
            Effect.CONTRADICTED,
            "It says that it is from a police force that is not in the directory.",
            "Do not act on it. Ring our own force; the administrator adds a force to the directory."),
    FORGED_RESULTS(
            "TRUST-FORGED-RESULTS",
            Effect.CONTRADICTED,
            "Somebody else wrote check results into it in our own mail server's name.",
            "Do not act on it. Tell IT security."),

    // --- trust: unproven
    // -------------------------------------------------------------------------------------------------------
    OPEN_CBC(
            "TRUST-INTEGRITY",
            Effect.UNPROVEN,
            "It was sealed in a way that others can change, and no signature proves that nobody did.",
            "Ring the sender on the directory's number before you rely on it; ask for signed mail."),
    SEVERAL_SIGNERS(
            "TRUST-SEVERAL-SIGNERS",
            Effect.UNPROVEN,
            "Several signers stand under one signature; we cannot tell whose it is.",
            "Ring the sender on the directory's number."),
    NO_CERTIFICATE(
            "TRUST-NO-CERTIFICATE",
            Effect.UNPROVEN,
            "It is signed, but the signer's certificate is not there.",
            "Ask the sender to send the certificate along; ring on the directory's number before you rely on it."),
    UNKNOWN_KEY(
            "TRUST-UNKNOWN-KEY",
            Effect.UNPROVEN,
            "It is signed with an OpenPGP key that is not in the directory, so nobody can check it.",
            "Ring the sender on the directory's number and have the fingerprint read out; the administrator adds the key."),
    UNKNOWN_ALGORITHM(
            "TRUST-ALGORITHM",
            Effect.UNPROVEN,
            "It is signed in a way that we cannot check.",
            "Ask the sender for SHA-256 with RSA or elliptic curves; ring before you rely on it."),
    BARE_SIGNATURE(
            "TRUST-BARE-SIGNATURE",
            Effect.UNPROVEN,
            "Its signature leaves out the marks that tie it to this content.",
            "Ring the sender on the directory's number before you rely on it."),
    SIGNED_AHEAD(
            "TRUST-SIGNED-AHEAD",
            Effect.UNPROVEN,
            "It says that it was signed in the future.",
            "Ring the sender on the directory's number before you rely on it."),
    NOT_YET_VALID(
            "TRUST-NOT-YET-VALID",
            Effect.UNPROVEN,
            "The signer's certificate was not valid yet when it was signed, or is not now.",
            "Ring the sender on the directory's number before you rely on it."),
    EXPIRED(
            "TRUST-EXPIRED",
            Effect.UNPROVEN,
            "The signer's certificate had run out when it was signed, or has run out now.",
            "Ring the sender on the directory's number; ask for their new certificate."),
    KEY_USAGE(
            "TRUST-KEY-USAGE",
            Effect.UNPROVEN,
            "The signer's certificate may not be used for signing.",
            "Ring the sender on the directory's number before you rely on it."),
    PURPOSE(
            "TRUST-PURPOSE",
            Effect.UNPROVEN,
            "The signer's certificate was not issued for mail.",
            "Ring the sender on the directory's number before you rely on it."),
    NO_ADDRESS(
            "TRUST-NO-ADDRESS",
            Effect.UNPROVEN,
            "The signer's certificate names no mail address, so it says nothing about the sender.",
            "Ring the sender on the directory's number before you rely on it."),
    UNKNOWN_ISSUER(
            "TRUST-UNKNOWN-ISSUER",
            Effect.UNPROVEN,
            "Nobody whom we trust has issued the signer's certificate.",
            "Ring the sender on the directory's number; the administrator decides whether to trust the issuer."),
    BROKEN_CHAIN(
            "TRUST-CHAIN",
            Effect.UNPROVEN,
            "The signer's certificate names an issuer whom we trust, but the way there does not hold.",
            "Show IT the certificate; ring the sender before you rely on it."),
    REVOCATION_REQUIRED(
            "TRUST-REVOCATION-REQUIRED",
            Effect.UNPROVEN,
            "We could not find out whether the signer's certificate was withdrawn, and we must know.",
            "Ask IT for a fresh revocation list; ring the sender before you rely on it."),
    CHANGED_CERTIFICATE(
            "TRUST-CHANGED-CERTIFICATE",
            Effect.UNPROVEN,
            "A sender whom we know signs with a certificate that we have not seen before.",
            "Ring the sender on the directory's number and compare the fingerprint; then approve the certificate on this page."),
    NOT_IN_DIRECTORY(
            "TRUST-NOT-IN-DIRECTORY",
            Effect.UNPROVEN,
            "It is signed rightly, but the directory has no certificate and no issuer for this sender.",
            "Ring the sender on a number that you know; the administrator decides about the directory."),
    PARTLY_SIGNED(
            "TRUST-PARTLY-SIGNED",
            Effect.UNPROVEN,
            "Only a part of it is signed; the rest may be anybody's.",
            "Ring the sender on the directory's number before you rely on it."),
    RECIPIENTS_DIFFER(
            "TRUST-RECIPIENTS-DIFFER",
            Effect.UNPROVEN,
            "What was signed was written to somebody else: somebody passed it on as if it were for us.",
            "Ring the sender on the directory's number and ask whether it was meant for us."),
    WEAK_PASSWORD_FILE(
            "TRUST-WEAK-PASSWORD-FILE",
            Effect.UNPROVEN,
            "Its file was locked in an old way that others can open or change without the password.",
            "Ring the sender on the directory's number before you rely on it; ask for plain TLS mail, or AES."),
    ANSWERS_ELSEWHERE(
            "TRUST-ANSWERS-ELSEWHERE",
            Effect.UNPROVEN,
            "Answers to it would go to another house than the sender's.",
            "Do not answer it. Write anew to the address in the directory, or ring."),
    OTHER_SUBMITTER(
            "TRUST-OTHER-SUBMITTER",
            Effect.UNPROVEN,
            "Somebody of another house sent it in the name of the sender it shows.",
            "Ring the sender on the directory's number before you rely on it."),

    // --- trust: by policy
    // ------------------------------------------------------------------------------------------------------
    WEAK_DIGEST(
            "TRUST-WEAK-DIGEST",
            Effect.BY_POLICY,
            "It is signed with an outdated method (MD5 or SHA-1) that others can forge.",
            "Ring the sender on the directory's number; ask for SHA-256."),
    WEAK_KEY(
            "TRUST-WEAK-KEY",
            Effect.BY_POLICY,
            "The signer's key is too short to prove anything.",
            "Ring the sender on the directory's number; ask for a key of RSA 2048 bits or more."),
    WEAK_CHAIN(
            "TRUST-WEAK-CHAIN",
            Effect.BY_POLICY,
            "The signer's certificate, or one above it, is signed with an outdated method or a short key.",
            "Ring the sender on the directory's number; ask for a new certificate."),
    WEAK_CIPHER(
            "TRUST-WEAK-CIPHER",
            Effect.BY_POLICY,
            "It was sealed with an outdated encryption (3DES or RC2) that others may have read.",
            "Tell the sender to use AES; if it held personal data, tell IT security."),
    UNSIGNED(
            "TRUST-UNSIGNED",
            Effect.BY_POLICY,
            "It was sealed to us, but nobody signed it: anybody can seal mail to us.",
            "Judge it like plain mail; ask the sender for signed mail."),
    REVOCATION_UNKNOWN(
            "TRUST-REVOCATION-UNKNOWN",
            Effect.BY_POLICY,
            "We could not find out whether the signer's certificate was withdrawn.",
            "Ask IT for a fresh revocation list; for anything that opens a gate, ring the sender."),

    // --- noted
    // -------------------------------------------------------------------------------------------------------------------
    NOT_KEY_OWNER(
            "NOTE-NOT-KEY-OWNER",
            Effect.NOTED,
            "It was sealed to a key of ours that belongs to another address than the one it was sent to.",
            "Nothing; it was opened all the same."),
    PASSWORD_OPENED(
            "NOTE-PASSWORD",
            Effect.NOTED,
            "It held a file that an officer opened with a password.",
            "Nothing; the password was not kept."),
    READ_IN_PART(
            "NOTE-READ-IN-PART",
            Effect.NOTED,
            "It was opened, but it is too large to sort: only the beginning of each part was read.",
            "Read the rest yourself before you decide; it proposes no go-ahead."),
    CERTIFICATES_ONLY(
            "NOTE-CERTIFICATES-ONLY",
            Effect.NOTED,
            "It only carries certificates and signs nothing.",
            "Nothing; certificates are taken from the directory only.");

    /** By effect; what only follows from another finding stands behind it. */
    static final Comparator<Fault> GRAVEST_FIRST = Comparator.comparing((Fault fault) -> fault.effect == Effect.NOTED)
            .thenComparing(fault -> fault == OPEN_CBC || fault == UNSIGNED)
            .thenComparing(fault -> fault.effect);

    private static final Set<Fault> SEALED =
            EnumSet.of(NOT_CMS, RECIPIENT, ALGORITHM, DAMAGED, PGP_VERSION, PGP_UNPROTECTED, BROKEN_OUTSIDE);

    /** What a code does to the message. */
    public enum Effect {
        /** Kept as it came, in front of a person; proposes nothing. */
        UNOPENED("Stays closed, waits for a person, proposes nothing"),
        /** The message says something of itself that is not so. */
        CONTRADICTED("Grade F, shown as not verified, proposes nothing"),
        /** Nothing proves who wrote it. */
        UNPROVEN("Grade D at best, shown as not verified, proposes nothing"),
        /** As the council decides. */
        BY_POLICY("Grade at best what config/classification.yaml says under `codes`"),
        /** Only shown. */
        NOTED("Shown; changes nothing");

        private final String sentence;

        Effect(String sentence) {
            this.sentence = sentence;
        }

        /** For docs/codes.md. */
        public String sentence() {
            return sentence;
        }

        /** Whether a message with it is never shown as verified and never proposes a go-ahead, whatever a file in config/ says. */
        public boolean denies() {
            return this == UNOPENED || this == CONTRADICTED || this == UNPROVEN;
        }
    }

    private final String code;
    private final Effect effect;
    private final String sentence;
    private final String nextStep;

    Fault(String code, Effect effect, String sentence, String nextStep) {
        this.code = code;
        this.effect = effect;
        this.sentence = sentence;
        this.nextStep = nextStep;
    }

    /** Those with these codes, gravest first; unknown ones are left out. */
    public static List<Fault> ofCodes(Collection<String> codes) {
        return Arrays.stream(values())
                .filter(each -> codes.contains(each.code))
                .sorted(GRAVEST_FIRST)
                .toList();
    }

    /** The documented code. */
    public String code() {
        return code;
    }

    /** What it does to grade and gate. */
    public Effect effect() {
        return effect;
    }

    /** Whether it is about opening; otherwise it is about trust. */
    public boolean isAboutOpening() {
        return code.startsWith("OPEN-") || code.startsWith("INTAKE-") || isFromScanner();
    }

    /** Whether nobody may see what the message holds, since it is malicious or might be. */
    public boolean isFromScanner() {
        return code.startsWith("SCAN-");
    }

    /**
     * The word for the ready answer to the sender: one and the same for every way in which sealed mail fails, since whoever changes
     * sealed mail and asks again must not learn from us what was wrong.
     */
    public String answer() {
        return SEALED.contains(this) ? "SEALED" : name();
    }

    /** The causes that were tried before this one, in order: none of them applied. */
    public List<Fault> triedBefore() {
        return Arrays.stream(values())
                .filter(each -> each.effect == Effect.UNOPENED && each.compareTo(this) < 0)
                .toList();
    }

    /** What happened, for the officer. */
    public String sentence() {
        return sentence;
    }

    /** What to do next. */
    public String nextStep() {
        return nextStep;
    }
}
