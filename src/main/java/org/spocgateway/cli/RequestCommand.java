package org.spocgateway.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks partners for information: the same request, the same rules and the same log as on the desk. */
@Command(
        name = "request",
        mixinStandardHelpOptions = true,
        description = {
            "Asks partners about a case, as an officer does on the desk; the gate and every rule apply.",
            "The token comes from gateway user token. Exit code: 0 stored, 1 refused with every reason, 2 usage, 3 the gateway is away."
        })
final class RequestCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            defaultValue = "https://localhost:8443",
            description = "where the desk listens (${DEFAULT-VALUE})")
    private URI url = URI.create("https://localhost:8443");

    @Option(
            names = "--authority",
            paramLabel = "FILE.pem",
            description = "whom to believe instead of this Java's authorities")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "file with the token; else the environment's GATEWAY_TOKEN")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(names = "--case", required = true, paramLabel = "REFERENCE", description = "such as KESTREL-4827")
    private String caseReference = "";

    @Option(names = "--to", required = true, split = ",", description = "partners: directory ids or addresses")
    private List<String> partners = new ArrayList<>();

    @Option(
            names = "--question",
            split = ",",
            defaultValue = "known,support,vulnerability",
            description = "ids in questions.yaml (${DEFAULT-VALUE})")
    private List<String> questions = new ArrayList<>();

    @Option(names = "--field", split = ",", description = "facts of the case to tell, ids in questions.yaml")
    private List<String> fields = new ArrayList<>();

    @Option(names = "--text", defaultValue = "", description = "a question of your own")
    private String text = "";

    @Option(names = "--attach", paramLabel = "FILE", description = "a file to send; more than once for more")
    private List<Path> attachments = new ArrayList<>();

    @Option(names = "--reply-by", required = true, paramLabel = "DATE", description = "such as 2026-12-01")
    private String replyBy = "";

    @Option(names = "--key", description = "the same key again stores nothing twice (a random one)")
    private String key = UUID.randomUUID().toString();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws InterruptedException {
        var err = spec.commandLine().getErr();
        Optional<String> token = token();
        if (token.isEmpty()) {
            err.println(
                    "There is no token: set GATEWAY_TOKEN or --token-file. It is made by: gateway user token SIGN-IN");
            return 2;
        }
        try {
            HttpResponse<String> response = client().send(request(token.get()), HttpResponse.BodyHandlers.ofString());
            spec.commandLine().getOut().println(response.body());
            return response.statusCode() == 202 ? 0 : response.statusCode() >= 500 ? 3 : 1;
        } catch (IOException e) {
            err.println("The gateway at " + url + " is away (" + e.getClass().getSimpleName()
                    + "). Try again with --key " + key);
            return 3;
        }
    }

    private HttpRequest request(String token) {
        return HttpRequest.newBuilder(url.resolve("/api/v1/requests"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.pretty(body())))
                .build();
    }

    private Map<String, Object> body() {
        var asked = new ArrayList<>(questions);
        if (!text.isEmpty()) {
            asked.add("free-text");
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("caseReference", caseReference);
        body.put("partners", partners);
        body.put("questions", asked);
        body.put("freeText", text);
        body.put("fields", fields);
        body.put(
                "attachments",
                attachments.stream().map(RequestCommand::attached).toList());
        body.put("replyBy", replyBy);
        return body;
    }

    private static Map<String, String> attached(Path file) {
        try {
            String type = Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
            return Map.of(
                    "name", String.valueOf(file.getFileName()),
                    "type", type,
                    "base64", Base64.getEncoder().encodeToString(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("a file to attach cannot be read", e);
        }
    }

    private Optional<String> token() {
        try {
            return tokenFile.isPresent()
                    ? Optional.of(Files.readString(tokenFile.get()).strip())
                    : Optional.ofNullable(System.getenv("GATEWAY_TOKEN"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private HttpClient client() throws IOException {
        var builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        List<X509Certificate> believed =
                authority.flatMap(CertificateFiles::read).map(List::of).orElse(List.of());
        return builder.sslContext(Handshake.context(believed)).build();
    }
}
