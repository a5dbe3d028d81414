package org.spocgateway.dispatch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that follows a script: per verb (EHLO, STARTTLS, MAIL, RCPT, DATA, DOT) the reply, or {@code RST}, {@code FIN}, {@code SILENCE}. */
final class FaultyServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final SSLContext own;
    private final boolean implicitTls;
    private final Map<String, String> script;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** Every line that was understood as a command. */
    final List<String> commands = new CopyOnWriteArrayList<>();
    /** Every content that ended in a final dot, as it stood on the wire without the dot line. */
    final List<byte[]> messages = new CopyOnWriteArrayList<>();
    /** Content that never got its final dot. */
    final List<byte[]> broken = new CopyOnWriteArrayList<>();
    /** Counts down when a connection has ended. */
    final CountDownLatch ended = new CountDownLatch(1);

    FaultyServer(SSLContext own, boolean implicitTls, Map<String, String> script) throws IOException {
        this.own = own;
        this.implicitTls = implicitTls;
        this.script = script;
        var thread = new Thread(this::serve, "faulty-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket accepted = listener.accept()) {
                converse(accepted);
            } catch (IOException over) {
                // the next connection
            } finally {
                ended.countDown();
            }
        }
    }

    private void converse(Socket raw) throws IOException {
        Socket line = implicitTls ? secured(raw) : raw;
        InputStream in = new BufferedInputStream(line.getInputStream());
        say(line, raw, "GREETING", "220 faulty.test");
        for (String command = readLine(in); command != null; command = readLine(in)) {
            commands.add(command);
            String verb = command.split("[ :]")[0];
            if (!say(line, raw, verb, usual(verb))) {
                return;
            }
            if (verb.equals("STARTTLS") && reply(verb, "220").startsWith("220")) {
                line = secured(raw);
                in = new BufferedInputStream(line.getInputStream());
            } else if (verb.equals("DATA") && reply(verb, "354").startsWith("354")) {
                if (!content(in) || !say(line, raw, "DOT", "250 2.0.0 Ok: queued as 4F2C81A1")) {
                    return;
                }
            }
        }
    }

    private String usual(String verb) {
        return switch (verb) {
            case "EHLO" ->
                script.getOrDefault("OFFER", implicitTls ? "250 faulty.test" : "250-faulty.test\r\n250 STARTTLS");
            case "STARTTLS" -> "220 go ahead";
            case "DATA" -> "354 end with a dot";
            case "AUTH" -> "235 welcome";
            default -> "250 ok";
        };
    }

    private String reply(String verb, String usual) {
        return script.getOrDefault(verb, usual);
    }

    private boolean say(Socket line, Socket raw, String verb, String usual) throws IOException {
        String reply = reply(verb, usual);
        switch (reply) {
            case "RST" -> {
                raw.setSoLinger(true, 0);
                raw.close();
                return false;
            }
            case "FIN" -> {
                line.close();
                return false;
            }
            case "SILENCE" -> {
                await();
                return false;
            }
            default -> {
                boolean cut = reply.endsWith("|CUT");
                OutputStream out = line.getOutputStream();
                String text = cut ? reply.substring(0, reply.length() - 4) : reply + "\r\n";
                out.write(text.getBytes(StandardCharsets.US_ASCII));
                out.flush();
                return !cut;
            }
        }
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean content(InputStream in) throws IOException {
        var all = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                all.write(b);
                if (b == '\n' && endsInDot(all)) {
                    byte[] whole = all.toByteArray();
                    messages.add(java.util.Arrays.copyOf(whole, whole.length - 3));
                    return true;
                }
            }
        } catch (IOException reset) {
            // the same as an end of stream
        }
        broken.add(all.toByteArray());
        return false;
    }

    private static boolean endsInDot(ByteArrayOutputStream all) {
        String end = all.size() > 16
                ? all.toString(StandardCharsets.ISO_8859_1).substring(all.size() - 5)
                : all.toString(StandardCharsets.ISO_8859_1);
        return end.endsWith("\r\n.\r\n") || end.equals(".\r\n");
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString().strip();
            }
            line.append((char) b);
        }
        return null;
    }

    private SSLSocket secured(Socket raw) throws IOException {
        var tls = (SSLSocket) own.getSocketFactory().createSocket(raw, null, raw.getPort(), true);
        tls.setUseClientMode(false);
        if (script.containsKey("PROTOCOL")) {
            tls.setEnabledProtocols(new String[] {script.get("PROTOCOL")});
        }
        tls.startHandshake();
        return tls;
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
    }
}
