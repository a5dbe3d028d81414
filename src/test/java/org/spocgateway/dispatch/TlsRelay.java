package org.spocgateway.dispatch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.auth.PlainAuthenticationHandlerFactory;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.SSLSocketCreator;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** A real relay on the loopback address: requires STARTTLS, optionally an account, and hands on what it takes over. */
public final class TlsRelay implements AutoCloseable {
    /**
     * One mail that was taken over.
     *
     * @param bytes exactly as they stood between DATA and the final dot, dot-stuffing taken off
     */
    public record Seen(
            String from,
            List<String> to,
            byte[] bytes,
            String tls,
            String cipher,
            boolean authenticated,
            String queueId) {}

    private static final AtomicInteger QUEUED = new AtomicInteger(0x4F20);

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile boolean busy;

    private TlsRelay(int port, SSLContext own, String password, Consumer<Seen> onward) {
        var builder = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("relay")
                .requireTLS(true)
                .insertReceivedHeaders(false)
                .maxMessageSize(200 * 1024 * 1024)
                .startTlsSocketFactory(tls(own))
                .sessionHandler(remember())
                .messageHandlerFactory(context -> new Handler(context, onward));
        if (!password.isEmpty()) {
            builder = builder.requireAuth(true)
                    .authenticationHandlerFactory(new PlainAuthenticationHandlerFactory((user, given, context) -> {
                        if (!given.equals(password)) {
                            throw new LoginFailedException();
                        }
                    }));
        }
        this.server = builder.build();
        server.start();
    }

    /** A relay on a free port without accounts. */
    public static TlsRelay open(SSLContext own, Consumer<Seen> onward) {
        return new TlsRelay(0, own, "", onward);
    }

    /** A relay on this port (0 for a free one) that takes mail from anybody who knows the password. */
    public static TlsRelay withAccount(int port, SSLContext own, String password, Consumer<Seen> onward) {
        return new TlsRelay(port, own, password, onward);
    }

    /** While it is busy it puts every mail off. */
    public void busy(boolean isBusy) {
        busy = isBusy;
    }

    /** Where it listens. */
    public int port() {
        return server.getPortAllocated();
    }

    /** Every mail taken over so far. */
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /** As if nothing had come yet. */
    public void forget() {
        seen.clear();
        sessions.clear();
        busy = false;
    }

    /** For every session that ended: its TLS version, or {@code clear}. */
    public List<String> sessions() {
        return List.copyOf(sessions);
    }

    @Override
    public void close() {
        server.stop();
    }

    private static SSLSocketCreator tls(SSLContext own) {
        return plain -> {
            plain.setTcpNoDelay(true);
            var socket = (SSLSocket) own.getSocketFactory()
                    .createSocket(plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
            socket.setUseClientMode(false);
            socket.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            return socket;
        };
    }

    private SessionHandler remember() {
        return new SessionHandler() {
            @Override
            public SessionAcceptance accept(Session session) {
                return SessionAcceptance.success();
            }

            @Override
            public void onSessionEnd(Session session) {
                Socket socket = session.getSocket();
                sessions.add(socket instanceof SSLSocket tls ? tls.getSession().getProtocol() : "clear");
            }
        };
    }

    private final class Handler implements MessageHandler {
        private final MessageContext context;
        private final Consumer<Seen> onward;
        private final List<String> to = new ArrayList<>();
        private String from = "";

        Handler(MessageContext context, Consumer<Seen> onward) {
            this.context = context;
            this.onward = onward;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (busy) {
                throw new RejectException(451, "4.3.2 Try again later");
            }
            to.add(recipient);
        }

        @Override
        public String data(InputStream in) throws IOException {
            byte[] all = in.readAllBytes();
            var session = (Session) context;
            SSLSession tls = ((SSLSocket) session.getSocket()).getSession();
            String queueId = "R" + Integer.toHexString(QUEUED.getAndIncrement()).toUpperCase(Locale.ROOT);
            var mail = new Seen(
                    from,
                    List.copyOf(to),
                    all,
                    tls.getProtocol(),
                    tls.getCipherSuite(),
                    session.isAuthenticated(),
                    queueId);
            seen.add(mail);
            onward.accept(mail);
            return "2.0.0 Ok: queued as " + queueId;
        }

        @Override
        public void done() {}
    }
}
