package org.spocgateway.demonstration;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** An officer's browser without scripts: opens pages, follows links by their words, presses buttons by their words. */
final class DeskBrowser {
    private static final String BOUNDARY = "a-boundary-of-the-desk";

    private final HttpClient client;
    private final String desk;
    private Document page = new Document("");
    private String source = "";
    private int status;

    DeskBrowser(SSLContext tls, String desk) {
        this.desk = desk;
        client = HttpClient.newBuilder()
                .sslContext(tls)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    DeskBrowser open(String path) {
        return send(HttpRequest.newBuilder(URI.create(desk + path)).GET().build());
    }

    DeskBrowser follow(String words) {
        var link = page.select("a").stream()
                .filter(each -> each.text().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no link '" + words + "' on: " + page.body().text()));
        return send(
                HttpRequest.newBuilder(URI.create(link.absUrl("href"))).GET().build());
    }

    boolean offers(String button) {
        return page.select("button").stream().anyMatch(each -> each.text().equals(button));
    }

    /** Presses the button; fields given replace what the form holds, a value may stand for several ticks. */
    DeskBrowser press(String button, Map<String, ?> values) {
        FormElement form = page.select("form").stream()
                .map(FormElement.class::cast)
                .filter(each -> each.select("button").stream()
                        .anyMatch(found -> found.text().equals(button)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no button '" + button + "' on: " + page.body().text()));
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (var field : form.formData()) {
            if (!values.containsKey(field.key())) {
                fields.add(Map.entry(field.key(), field.value()));
            }
        }
        values.forEach((name, value) -> {
            if (value instanceof List<?> several) {
                several.forEach(each -> fields.add(Map.entry(name, each.toString())));
            } else {
                fields.add(Map.entry(name, value.toString()));
            }
        });
        String body = fields.stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return post(form.absUrl("action"), body);
    }

    /** Sends the form with this button again as a browser sends a file: many bytes below the name given. */
    DeskBrowser upload(String button, String fileName, int bytes) {
        FormElement form = page.select("form").stream()
                .map(FormElement.class::cast)
                .filter(each -> each.select("button").stream()
                        .anyMatch(found -> found.text().equals(button)))
                .findFirst()
                .orElseThrow();
        var body = new ByteArrayOutputStream();
        form.formData().stream()
                .filter(each -> !each.key().equals("file"))
                .forEach(each -> body.writeBytes(part(each.key(), "", each.value())));
        body.writeBytes(part("file", "; filename=\"" + fileName + "\"", "x".repeat(bytes)));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(form.absUrl("action")))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }

    private static byte[] part(String name, String more, String value) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n"
                        + value + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A form's answer that no page offered, with the token of the present page. */
    DeskBrowser force(String path) {
        String token = page.select("input[name=_csrf]").attr("value");
        return post(desk + path, "_csrf=" + encode(token));
    }

    private DeskBrowser post(String address, String body) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    Document page() {
        return page;
    }

    /** What was sent, to the letter. */
    String source() {
        return source;
    }

    String text() {
        return page.body().text();
    }

    int status() {
        return status;
    }

    private DeskBrowser send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(request, (name, value) -> true)
                            .header("Accept", "text/html, */*;q=0.1")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            status = answer.statusCode();
            source = answer.body();
            page = Jsoup.parse(source, answer.uri().toString());
            return this;
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
