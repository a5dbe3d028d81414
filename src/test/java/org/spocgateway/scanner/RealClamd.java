package org.spocgateway.scanner;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.spocgateway.RunningGateway;

/** The installed clamd with one signature of our own, in a folder of the test; needs no internet. */
public final class RealClamd implements AutoCloseable {
    /** What our only signature matches; it is harmless. */
    public static final String MALICIOUS = "GATEWAY-TEST-FILE-THAT-IS-NOT-MALICIOUS-AT-ALL";

    public static final int MOST_BYTES = 1 << 20;

    private final Process process;
    private final Path socket;

    private RealClamd(Process process, Path socket) {
        this.process = process;
        this.socket = socket;
    }

    /** Where it is installed. */
    public static Optional<Path> installed() {
        return Stream.of("/usr/sbin/clamd", "/usr/bin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static RealClamd start(Path folder) throws IOException {
        Path database = Files.createDirectories(folder.resolve("signatures"));
        String hex = HexFormat.of().formatHex(MALICIOUS.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(database.resolve("own.ndb"), "Gateway.Test:0:*:" + hex + "\n");
        Path socket = folder.resolve("clamd.sock");
        Path settings = Files.writeString(
                folder.resolve("clamd.conf"),
                "LocalSocket " + socket + "\nDatabaseDirectory " + database + "\nForeground yes\nStreamMaxLength 1M\n");
        Process process = new ProcessBuilder(installed().orElseThrow().toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
        RunningGateway.await("clamd listens", Duration.ofSeconds(20), () -> Files.exists(socket));
        return new RealClamd(process, socket);
    }

    public String address() {
        return "unix:" + socket;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
