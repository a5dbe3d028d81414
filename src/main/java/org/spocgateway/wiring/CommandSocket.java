package org.spocgateway.wiring;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes commands on a Unix socket in the state folder: one line in, a JSON list of words; one line out, {@code {"code":…,"lines":[…]}};
 * for {@code log-export} the zip follows. Whoever may open the socket (0600, in a folder of 0700) may give commands.
 */
@Component
class CommandSocket implements SmartLifecycle {
    static final String NAME = "command.sock";
    private static final Logger LOG = LoggerFactory.getLogger(CommandSocket.class);
    private static final int LONGEST = 64 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final AdminCommands commands;
    private @Nullable ServerSocketChannel server;

    CommandSocket(@Value("${gateway.state}") Path state, AdminCommands commands) {
        this.file = StateFolder.made(state).resolve(NAME);
        this.commands = commands;
    }

    @Override
    public void start() {
        try {
            Files.deleteIfExists(file);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(file));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            server = opened;
            begin(() -> accept(opened));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "Commands cannot reach this gateway: its socket in the state folder cannot be made ({})",
                    e.getClass().getSimpleName());
        }
    }

    @Override
    public void stop() {
        ServerSocketChannel open = server;
        server = null;
        try {
            if (open != null) {
                open.close();
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("The command socket was not closed cleanly");
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    private void accept(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try {
                SocketChannel client = opened.accept();
                begin(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(SocketChannel client) {
        try (client;
                InputStream in = Channels.newInputStream(client);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(client))) {
            List<String> words = words(in);
            if (words.equals(List.of("log-export"))) {
                tell(out, new AdminCommands.Answer(0, List.of()));
                commands.export(out);
            } else {
                tell(out, commands.run(words));
            }
        } catch (IOException | JacksonException e) {
            LOG.info("A command ended early ({})", e.getClass().getSimpleName());
        }
    }

    private static List<String> words(InputStream in) throws IOException {
        byte[] line = new byte[LONGEST];
        int length = 0;
        int next = in.read();
        while (next >= 0 && next != '\n') {
            if (length == LONGEST) {
                throw new IOException("too long");
            }
            line[length++] = (byte) next;
            next = in.read();
        }
        return JSON.readValue(
                new String(line, 0, length, StandardCharsets.UTF_8), new TypeReference<List<String>>() {});
    }

    private static void tell(OutputStream out, AdminCommands.Answer answer) throws IOException {
        out.write(JSON.writeValueAsBytes(answer));
        out.write('\n');
    }

    private static void begin(Runnable work) {
        var thread = new Thread(work, "command");
        thread.setDaemon(true);
        thread.start();
    }
}
