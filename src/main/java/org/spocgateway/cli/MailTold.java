package org.spocgateway.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.classification.ArrivalGrade;
import org.spocgateway.classification.Classified;
import org.spocgateway.classification.GateEffect;
import org.spocgateway.classification.MessageKind;
import org.spocgateway.envelope.Fault;
import org.spocgateway.envelope.Opened;
import org.spocgateway.envelope.Opening;
import org.spocgateway.envelope.ReadMail;
import org.spocgateway.envelope.Signer;
import org.spocgateway.envelope.Unopened;
import org.spocgateway.terms.CaseReference;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.RequestReference;

/** One message as the fields of docs/explain.md: always all of them, in this order, whatever the bytes are. */
final class MailTold {
    private final MailRoom room;

    MailTold(MailRoom room) {
        this.room = room;
    }

    Map<String, Object> of(String file, byte[] bytes) {
        MailRoom.Looked looked = room.look(bytes);
        Opening judged = looked.judged();
        Optional<Classified> classified = looked.classified();
        var told = new LinkedHashMap<String, Object>();
        told.put("file", file);
        opening(told, judged, classified);
        told.put(
                "from",
                looked.outer().flatMap(ReadMail::from).map(MailAddress::value).orElse(""));
        told.put("bound", opened(judged).map(Opened::bound).orElse(false));
        told.put("pinned", opened(judged).map(Opened::pinned).orElse(false));
        told.put("verified", opened(judged).map(Opened::isVerified).orElse(false));
        classification(told, classified);
        return told;
    }

    private static void opening(Map<String, Object> told, Opening opening, Optional<Classified> classified) {
        Optional<Opened> opened = opened(opening);
        List<Fault> codes = codes(opening, classified);
        told.put("opening", opened.isPresent() ? "opened" : "unopened");
        told.put(
                "code",
                codes.stream()
                        .filter(code -> code.effect() != Fault.Effect.NOTED)
                        .map(Fault::code)
                        .findFirst()
                        .orElseGet(() -> opened.map(Opened::code).orElse("")));
        told.put("codes", codes.stream().map(Fault::code).toList());
        told.put("recipients", opening instanceof Unopened unopened ? unopened.recipients() : List.of());
        told.put("layers", opened.map(Opened::layers).orElse(List.of()));
        told.put("key", opened.flatMap(Opened::key).orElse(""));
        told.put("signature", opened.map(each -> each.signature().word()).orElse(""));
        told.put("signer", opened.flatMap(Opened::signer).map(MailTold::signer).orElse(Map.of()));
    }

    /** Why it was not opened; or everything against its sender, from opening and from classifying. */
    private static List<Fault> codes(Opening opening, Optional<Classified> classified) {
        if (opening instanceof Unopened unopened) {
            return List.of(unopened.fault());
        }
        var codes = new LinkedHashSet<String>();
        Stream.concat(
                        opened(opening).stream().flatMap(one -> one.findings().stream()),
                        classified.stream().flatMap(one -> one.codes().stream()))
                .map(Fault::code)
                .forEach(codes::add);
        return Fault.ofCodes(codes);
    }

    private static Map<String, Object> signer(Signer signer) {
        return Map.of(
                "thumbprint", signer.thumbprint().hex(),
                "addresses", signer.addresses().stream().map(MailAddress::value).toList(),
                "pem", signer.pem());
    }

    private static void classification(Map<String, Object> told, Optional<Classified> classified) {
        told.put(
                "grade",
                classified.map(Classified::grade).orElse(ArrivalGrade.F).name());
        told.put(
                "kind",
                classified.map(Classified::kind).orElse(MessageKind.UNSORTED).name());
        told.put("rule", classified.map(Classified::rule).orElse(""));
        told.put("references", classified.map(MailTold::references).orElse(List.of()));
        told.put(
                "gate",
                classified.map(Classified::effect).orElse(GateEffect.HOLD).name());
        told.put("urgent", classified.map(Classified::urgent).orElse(false));
    }

    private static List<String> references(Classified classified) {
        var references = new ArrayList<String>();
        classified.cases().stream().map(CaseReference::value).forEach(references::add);
        classified.requests().stream().map(RequestReference::value).forEach(references::add);
        references.addAll(classified.policeReferences());
        return references;
    }

    private static Optional<Opened> opened(Opening opening) {
        return opening instanceof Opened opened ? Optional.of(opened) : Optional.empty();
    }
}
