package org.spocgateway.scanner;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** clamd's protocol against a small server of the test's own: only a clear answer counts. */
class ClamdTest {
    private static final Duration PATIENCE = Duration.ofMillis(700);

    @TempDir
    Path folder;

    @Test
    void the_content_arrives_whole_in_chunks_and_ok_is_clean() throws IOException {
        byte[] content = new byte[300_001];
        new Random(1).nextBytes(content);
        try (var server = ScannerServer.unix(folder, answer("stream: OK\0"))) {
            assertThat(asking(server).scan(content)).isEqualTo(new Scan.Clean());
            assertThat(server.received()).isEqualTo(content);
        }
        try (var server = ScannerServer.tcp(answer("stream: OK\0"))) {
            assertThat(asking(server).scan(new byte[0])).isEqualTo(new Scan.Clean());
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void the_name_of_what_was_found_is_told_in_plain_letters() throws IOException {
        try (var server = ScannerServer.tcp(answer("stream: Win.Test.EICAR_HDB-1 FOUND\0"))) {
            assertThat(asking(server).scan(new byte[9])).isEqualTo(new Scan.Infected("Win.Test.EICAR_HDB-1"));
        }
        try (var server = ScannerServer.tcp(answer("stream: a b<x>" + "y".repeat(200) + " FOUND\0"))) {
            assertThat(asking(server).scan(new byte[9])).isEqualTo(new Scan.Infected("a_b_x_" + "y".repeat(74)));
        }
    }

    @Test
    void what_it_did_not_look_into_is_neither_clean_nor_malicious() throws IOException {
        try (var server = ScannerServer.tcp(answer("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND\0"))) {
            assertThat(asking(server).scan(new byte[9])).isEqualTo(new Scan.TooLarge());
        }
        try (var server = ScannerServer.tcp(answer("stream: Heuristics.Encrypted.Zip FOUND\0"))) {
            assertThat(asking(server).scan(new byte[9])).isEqualTo(new Scan.Clean());
        }
    }

    @Test
    void a_scanner_that_takes_no_more_is_heard_while_we_still_send() throws IOException {
        ScannerServer.Behaviour refuses = (in, out) -> {
            in.readNBytes(100_000);
            out.write("INSTREAM size limit exceeded. ERROR\0".getBytes(US_ASCII));
            out.flush();
        };
        for (var server : List.of(ScannerServer.unix(folder, refuses), ScannerServer.tcp(refuses))) {
            try (server) {
                assertThat(asking(server).scan(new byte[5_000_000])).isEqualTo(new Scan.TooLarge());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "stream: OK",
                "stream: O\0",
                "OK\0",
                "stream:  FOUND\0",
                "stream: OK FOUN\0",
                "UNKNOWN COMMAND\0",
                "stream: Can't open file or directory ERROR\0",
                "220 mail.example ESMTP\r\n\0"
            })
    void any_other_answer_is_no_answer(String said) throws IOException {
        try (var server = ScannerServer.tcp(answer(said))) {
            assertThatThrownBy(() -> asking(server).scan(new byte[9])).isInstanceOf(ScannerAway.class);
        }
    }

    @Test
    void a_scanner_that_says_nothing_or_everything_does_not_hold_us_up() throws IOException {
        ScannerServer.Behaviour silent = (in, out) -> in.readAllBytes();
        ScannerServer.Behaviour endless = (in, out) -> {
            while (true) {
                out.write(new byte[10_000]);
            }
        };
        for (var behaviour : List.of(silent, endless)) {
            try (var server = ScannerServer.tcp(behaviour)) {
                assertThatThrownBy(() -> asking(server).scan(new byte[9])).isInstanceOf(ScannerAway.class);
            }
        }
    }

    @Test
    void nobody_there_is_away() throws IOException {
        ServerSocket bound = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        int port = bound.getLocalPort();
        bound.close();

        assertThatThrownBy(() -> at("tcp:127.0.0.1:" + port).scan(new byte[9])).isInstanceOf(ScannerAway.class);
        assertThatThrownBy(() -> at("unix:" + folder.resolve("nothing")).scan(new byte[9]))
                .isInstanceOf(ScannerAway.class);
        assertThatThrownBy(() -> at("tcp:no-such-host.invalid:3310").scan(new byte[9]))
                .isInstanceOf(ScannerAway.class);
    }

    @Test
    void content_that_cannot_be_read_is_not_the_scanners_fault() throws IOException {
        try (var server = ScannerServer.tcp(answer("stream: OK\0"))) {
            var broken = new java.io.InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("the disk");
                }
            };
            assertThatThrownBy(() -> asking(server).scan(broken))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(ScannerAway.class);
        }
    }

    @Test
    void an_address_is_a_socket_file_or_a_port() {
        assertThat(ClamdAddress.of("unix:/run/clamav/clamd.ctl").leavesThisComputer())
                .isFalse();
        assertThat(ClamdAddress.of("tcp:127.0.0.1:3310").leavesThisComputer()).isFalse();
        assertThat(ClamdAddress.of("tcp:[::1]:3310")).isEqualTo(new ClamdAddress.Tcp("::1", 3310));
        assertThat(ClamdAddress.of("tcp:192.0.2.7:3310").leavesThisComputer()).isTrue();
        for (String wrong : List.of("clamd", "unix:relative", "tcp:host", "tcp:host:99999", "http://x:1")) {
            assertThatThrownBy(() -> ClamdAddress.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ScannerServer.Behaviour answer(String said) {
        return ScannerServer.answering(said);
    }

    private static Scanner asking(ScannerServer server) {
        return at(server.address());
    }

    private static Scanner at(String address) {
        return new Clamd(ClamdAddress.of(address), PATIENCE);
    }
}
