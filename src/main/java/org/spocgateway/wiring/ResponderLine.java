package org.spocgateway.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.spocgateway.envelope.OcspResponder;

/** HTTP to one configured responder (RFC 6960 appendix A): no redirects, three seconds, 64 KiB. */
final class ResponderLine implements OcspResponder.Line {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ANSWER_MOST = 1 << 16;

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    ResponderLine(URI address) {
        this.address = address;
    }

    @Override
    public byte[] ask(byte[] request) throws IOException {
        HttpRequest post = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(post, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("the responder answered " + answer.statusCode());
                }
                return body.readNBytes(ANSWER_MOST);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking the responder", e);
        }
    }
}
