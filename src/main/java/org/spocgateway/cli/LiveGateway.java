package org.spocgateway.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spocgateway.wiring.AdminCommands;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/**
 * The gateway that runs on this computer, spoken to through the socket in its state folder.
 *
 * @param state the folder, as it was typed
 */
record LiveGateway(Path state) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static LiveGateway in(Path state) {
        return new LiveGateway(state);
    }

    private Path socket() {
        return state.toAbsolutePath().normalize().resolve("command.sock");
    }

    /**
     * Gives a command for somebody at a terminal and tells what came of it there.
     *
     * @return the exit code; 3 where no gateway answers
     */
    int tell(CommandLine terminal, String... words) {
        try {
            AdminCommands.Answer answer = tell(words);
            answer.lines().forEach(terminal.getOut()::println);
            return answer.code();
        } catch (IOException e) {
            terminal.getErr().println(absent());
            return 3;
        }
    }

    /** What is said where no gateway runs. */
    String absent() {
        return "No gateway runs with the state folder " + state + ": start it first.";
    }

    /** Whether there is a socket; somebody may still be gone. */
    boolean isThere() {
        return Files.exists(socket());
    }

    /**
     * Gives a command.
     *
     * @throws IOException if no gateway answers
     */
    AdminCommands.Answer tell(String... words) throws IOException {
        return tell(OutputStream.nullOutputStream(), words);
    }

    /** Gives a command whose answer is followed by bytes. */
    AdminCommands.Answer tell(OutputStream bytes, String... words) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()));
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = new BufferedInputStream(Channels.newInputStream(channel))) {
            out.write((JSON.writeValueAsString(List.of(words)) + "\n").getBytes(StandardCharsets.UTF_8));
            AdminCommands.Answer answer = JSON.readValue(line(in), AdminCommands.Answer.class);
            in.transferTo(bytes);
            return answer;
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        if (line.size() == 0) {
            throw new IOException("no answer");
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
