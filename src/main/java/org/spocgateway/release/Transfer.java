package org.spocgateway.release;

import java.util.Set;
import org.spocgateway.terms.Fingerprint;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferId;
import org.spocgateway.terms.TransferKind;

/**
 * What the rules are put to: one recipient of one sending.
 *
 * @param sender the From identity it would leave with (R9)
 * @param questions ids of standard questions asked; {@code free-text} for a question of the officer's own
 * @param fields names of the facts about the person that it carries (R14)
 * @param personal whether it carries anything about a person (R17)
 * @param receivedSecurely whether an officer ticked "received securely" for the message that opened the gate, or the go-ahead was spoken (R23)
 * @param urgentCallMissing whether the case is urgent and no telephone call is noted (R10)
 * @param marking highest marking of its content
 * @param content digest of the frozen content; all zeros while it is only previewed
 */
public record Transfer(
        TransferId id,
        TransferKind kind,
        MailAddress recipient,
        MailAddress sender,
        Set<String> questions,
        Set<String> fields,
        boolean personal,
        boolean receivedSecurely,
        boolean urgentCallMissing,
        Marking marking,
        Fingerprint content) {}
