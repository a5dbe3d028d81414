package org.spocgateway.demonstration;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A partner's browser without scripts: opens pages, fills in the one form of a page, presses its button. */
final class PartnerBrowser {
    private final HttpClient client;
    private final Visited visited;
    private Document page = new Document("");
    private int status;

    PartnerBrowser(SSLContext tls) {
        this(tls, new Visited());
    }

    /** A browser that notes where it was. */
    PartnerBrowser(SSLContext tls, Visited visited) {
        this.visited = visited;
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    Document open(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET().build());
    }

    /** Fills in the form that has all these fields (any form when there are none) and sends it. */
    Document submit(Map<String, String> values) {
        FormElement form = page.select("main form").stream()
                .map(FormElement.class::cast)
                .filter(each -> values.keySet().stream()
                        .allMatch(name -> !each.select("[name=" + name + "]").isEmpty()))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("the page '" + page.title() + "' has no form with " + values.keySet()));
        var filled = new LinkedHashMap<String, String>();
        for (var field : form.formData()) {
            filled.put(field.key(), field.value());
        }
        filled.putAll(values);
        Element button = form.selectFirst("button[name]");
        if (button != null && !values.containsKey(button.attr("name"))) {
            filled.put(button.attr("name"), button.attr("value"));
        }
        String body = filled.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(
                        URI.create(form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Document page() {
        return page;
    }

    int status() {
        return status;
    }

    private Document send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            page = Jsoup.parse(answer.body(), answer.uri().toString());
            visited.note(request.uri().toString(), answer.body(), page);
            return page;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
