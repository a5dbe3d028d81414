package org.spocgateway.portal;

import java.io.IOException;
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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without scripts that shows what it holds; it sends the portal's cookie over plain HTTP too. */
public final class PartnerWalk {
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    public final List<String> visited = new ArrayList<>();
    public String cookie = "";
    public HttpResponse<String> last;

    public PartnerWalk(int port) {
        base = "http://127.0.0.1:" + port;
    }

    public Document get(String path) {
        return follow(send(HttpRequest.newBuilder(URI.create(base + path)).GET()));
    }

    public HttpResponse<String> raw(String method, String path) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path)).method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Sends the first form of the page with these values beside its hidden ones. */
    public Document submit(Map<String, String> values) {
        Document page = page();
        var form = page.selectFirst("main form");
        String body = form.select("input[type=hidden]").stream()
                .map(hidden -> pair(hidden.attr("name"), hidden.attr("value")))
                .collect(Collectors.joining("&"));
        return post(form.hasAttr("action") ? form.attr("action") : last.uri().getPath(), values, body);
    }

    public Document post(String path, Map<String, String> values, String more) {
        String body = values.entrySet().stream()
                .map(each -> pair(each.getKey(), each.getValue()))
                .collect(Collectors.joining("&", more.isEmpty() ? "" : more + "&", ""));
        return follow(send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))));
    }

    public Document page() {
        return Jsoup.parse(last.body());
    }

    private Document follow(HttpResponse<String> answer) {
        if (answer.statusCode() == 303) {
            return get(answer.headers().firstValue("Location").orElseThrow());
        }
        return page();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            if (!cookie.isEmpty()) {
                request.header("Cookie", VisitCookie.NAME + "=" + cookie);
            }
            last = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            last.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith(VisitCookie.NAME + "="))
                    .forEach(set -> cookie = set.substring(set.indexOf('=') + 1, set.indexOf(';')));
            visited.add(last.uri().toString());
            return last;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
