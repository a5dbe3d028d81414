package org.spocgateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.Evidence;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.directory.Directory;
import org.spocgateway.envelope.ReadMail;

/**
 * What one file of a corpus is taken for.
 *
 * @param file its path below the corpus folder
 * @param values by column name
 * @param why the rule that decided the kind, and where it and the reading of the gate found their words
 */
record CorpusRow(String file, Map<String, String> values, List<String> why) {
    static final List<String> COLUMNS = List.of("file", "kind", "gate", "urgent", "grade", "forward", "attach");
    private static final Set<MessageKind> CONCERNS =
            Set.of(MessageKind.STAFF_REFERRAL, MessageKind.SCHOOL_REFERRAL_COPY, MessageKind.PUBLIC_CONCERN);
    /** They belong to no case, whatever they name. */
    private static final Set<MessageKind> OF_NO_CASE =
            Set.of(MessageKind.HOSTILE, MessageKind.NOISE, MessageKind.CANARY);

    CorpusRow {
        why = List.copyOf(why);
    }

    static CorpusRow of(String file, MailRoom.Looked looked, Directory known, Optional<KnownCases> cases) {
        Optional<Classified> mail = looked.classified();
        String attach = mail.filter(one -> !OF_NO_CASE.contains(one.kind()))
                .map(one -> cases.orElse(KnownCases.ANY).attach(one))
                .orElse(KnownCases.NONE);
        boolean police =
                looked.outer().flatMap(ReadMail::from).flatMap(known::forceOf).isPresent();
        var values = new LinkedHashMap<String, String>();
        values.put("file", file);
        values.put(
                "kind",
                mail.map(one -> kind(one, police)).orElse(MessageKind.UNSORTED).id());
        values.put(
                "gate",
                mail.map(one -> gate(one, attach, cases))
                        .orElse(GateEffect.HOLD)
                        .name());
        values.put("urgent", yes(mail.filter(Classified::urgent).isPresent()));
        values.put("grade", mail.map(Classified::grade).orElse(ArrivalGrade.F).name());
        values.put("forward", yes(mail.filter(CorpusRow::goesOn).isPresent()));
        values.put("attach", attach);
        return new CorpusRow(file, values, mail.map(CorpusRow::why).orElse(List.of("not-read")));
    }

    String line() {
        return String.join("\t", COLUMNS.stream().map(values::get).toList());
    }

    String value(String column) {
        return values.getOrDefault(column, "");
    }

    /** A password mail is part of what it opens (domain 5.4): of police mail that is sealed, or of a partner's return. */
    private static MessageKind kind(Classified mail, boolean police) {
        if (mail.kind() != MessageKind.PASSWORD_NOTICE) {
            return mail.kind();
        }
        return police ? MessageKind.POLICE_ENCRYPTED : MessageKind.PARTNER_RETURN;
    }

    /** A go-ahead must name exactly one known case: before its referral it is held until it can be joined (R2). */
    private static GateEffect gate(Classified mail, String attach, Optional<KnownCases> cases) {
        boolean unjoined = cases.isPresent() && attach.equals(KnownCases.NONE);
        boolean opens = mail.kind() == MessageKind.POLICE_GO_AHEAD && mail.effect() == GateEffect.OPEN_PROPOSED;
        return opens && unjoined ? GateEffect.HOLD : mail.effect();
    }

    /** A concern that no police address received goes on to Prevent police (R5). */
    private static boolean goesOn(Classified mail) {
        return CONCERNS.contains(mail.kind()) && !mail.policeAmongRecipients();
    }

    private static List<String> why(Classified mail) {
        var why = new ArrayList<String>(List.of("rule " + mail.rule()));
        for (Evidence each : mail.evidence()) {
            why.add(each.rule() + "@" + each.place() + (each.from() < 0 ? "" : " " + each.from() + "-" + each.to()));
        }
        return why;
    }

    private static String yes(boolean holds) {
        return holds ? "y" : "n";
    }
}
