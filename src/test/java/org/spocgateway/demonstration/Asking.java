package org.spocgateway.demonstration;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.spocgateway.casework.Addressee;
import org.spocgateway.casework.Approval;
import org.spocgateway.casework.Approved;
import org.spocgateway.casework.Cases;
import org.spocgateway.casework.Outgoing;
import org.spocgateway.casework.RequestDraft;
import org.spocgateway.casework.Requests;
import org.spocgateway.directory.Directory;
import org.spocgateway.directory.Party;
import org.spocgateway.terms.MailAddress;
import org.spocgateway.terms.Marking;
import org.spocgateway.terms.TransferKind;
import org.spocgateway.vault.Holder;
import org.spocgateway.vault.Vault;

/** The officer's draft, put together as the desk does. */
final class Asking {
    private final Scene scene;

    Asking(Scene scene) {
        this.scene = scene;
    }

    /** What the story says of a request, of these parties and of these addresses beside them. */
    Approved ask(Story asked, List<String> parties, List<String> addresses) {
        var questions = new ArrayList<>(asked.list("questions"));
        if (asked.has("own-question")) {
            questions.add("free-text");
        }
        var documents = new ArrayList<Outgoing.Document>();
        for (String file : asked.has("files") ? asked.list("files") : List.<String>of()) {
            var bytes = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
            var blob = scene.part(Vault.class).put(Holder.of(scene.theCase().id()), bytes);
            documents.add(new Outgoing.Document(file, "application/pdf", blob));
        }
        return ask(
                parties,
                addresses,
                questions,
                asked.text("own-question", ""),
                asked.list("fields"),
                documents,
                asked.number("reply-in-days"));
    }

    Approved ask(
            List<String> parties,
            List<String> addresses,
            List<String> questions,
            List<String> fields,
            int replyInDays) {
        return ask(parties, addresses, questions, "", fields, List.of(), replyInDays);
    }

    private Approved ask(
            List<String> parties,
            List<String> addresses,
            List<String> questions,
            String ownQuestion,
            List<String> fields,
            List<Outgoing.Document> documents,
            int replyInDays) {
        var addressees = new ArrayList<Addressee>();
        parties.forEach(party -> addressees.add(Addressee.of(party)));
        addresses.forEach(address -> addressees.add(Addressee.of(new MailAddress(address))));
        var draft = new RequestDraft(
                scene.theCase().id(),
                TransferKind.INFORMATION_REQUEST,
                addressees,
                questions,
                ownQuestion,
                facts(fields),
                documents,
                LocalDate.now().plusDays(replyInDays),
                Marking.OFFICIAL_SENSITIVE);
        Approval approval = scene.part(Requests.class)
                .approve(draft, scene.officer, UUID.randomUUID().toString());
        if (approval instanceof Approved approved) {
            return approved;
        }
        throw new AssertionError("the request of the story was not stored: " + approval);
    }

    Map<String, String> facts(List<String> fields) {
        Map<String, String> held =
                scene.part(Cases.class).facts(scene.theCase().id()).facts();
        var facts = new LinkedHashMap<String, String>();
        fields.forEach(field -> facts.put(field, held.getOrDefault(field, "")));
        return facts;
    }

    String name(String party) {
        return scene.part(Directory.class).byId(party).map(Party::name).orElse(party);
    }
}
