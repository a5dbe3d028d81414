package org.spocgateway.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.spocgateway.DemonstrationPki;
import org.spocgateway.PlantedNames;
import org.spocgateway.submission.ApiTokens;
import org.spocgateway.terms.CaseId;

/** Names where the gateway trips over them: in forms that are refused, in JSON that cannot be read, in a mail that no parser reads. */
record TypedNames(Scene scene, Walk officer) {
    private static final String ALL = String.join("; ", PlantedNames.people());

    void everywhere() {
        CaseId id = scene.theCase().id();
        DeskBrowser browser = officer.browser;
        officer.note(browser.open("/cases").press("Find", Map.of("reference", ALL)));
        officer.note(browser.open("/cases/" + id.value() + "/person").press("Save", Map.of("born", ALL.repeat(40))));
        officer.note(browser.open("/cases/" + id.value() + "/call").press("Save", Map.of("caller", ALL, "time", ALL)));
        String token = scene.part(ApiTokens.class).add(officer.account);
        for (String json : List.of(
                "{\"caseReference\": \"" + ALL + "\", \"partners\": [\"" + ALL + "\"], \"replyBy\": \"" + ALL + "\"}",
                "{\"caseReference\": {\"" + ALL + "\": 1}}",
                "{\"" + ALL + "\": [" + ALL + "]}",
                "{\"partners\": \"" + ALL)) {
            api(token, json);
        }
        mail();
    }

    private void api(String token, String json) {
        var request = HttpRequest.newBuilder(
                        URI.create("https://localhost:" + scene.gateway.deskPort() + "/api/v1/requests"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", "key")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        try {
            int status = HttpClient.newBuilder()
                    .sslContext(DemonstrationPki.shared().tls())
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status != 400 && status != 422) {
                throw new AssertionError("the API answers " + status);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** More parts than anybody may open, and headers that end nowhere. */
    private void mail() {
        String head = "From: \"" + ALL + "\" <a@b.example>\r\nSubject: =?utf-8?Q?" + ALL + "\r\nTo: <\"" + ALL
                + "\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        String part = "--b\r\nContent-Type: text/plain; name=\""
                + PlantedNames.files().get(0) + "\"\r\n\r\nx\r\n";
        byte[] broken = (head + part.repeat(501) + "--b--\r\n").getBytes(StandardCharsets.UTF_8);
        int before = scene.atRest().size();
        scene.world.arrive(MailWorld.SPOC, broken, "TLSv1.3", "pass", "b.example");
        scene.await("the broken mail rests", () -> scene.atRest().size() > before);
    }
}
