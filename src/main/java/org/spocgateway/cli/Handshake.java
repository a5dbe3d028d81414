package org.spocgateway.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * One TLS handshake, TLS 1.2 or better, chain and name checked.
 *
 * @param authorities whom to believe; empty means those of this Java
 */
record Handshake(String host, int port, List<X509Certificate> authorities) {
    private static final int PATIENCE = 5_000;

    /** TLS from the first byte; returns protocol and cipher. */
    String direct() throws IOException {
        try (Socket plain = connected()) {
            return secured(plain);
        }
    }

    /** SMTP: EHLO, STARTTLS (RFC 3207), then TLS. */
    String startTls() throws IOException {
        try (Socket plain = connected()) {
            var in = new BufferedReader(new InputStreamReader(plain.getInputStream(), StandardCharsets.US_ASCII));
            expect(in, "220", "it did not greet");
            plain.getOutputStream().write("EHLO check.invalid\r\n".getBytes(StandardCharsets.US_ASCII));
            if (!expect(in, "250", "it refused EHLO").contains("STARTTLS")) {
                throw new IOException("it does not offer STARTTLS");
            }
            plain.getOutputStream().write("STARTTLS\r\n".getBytes(StandardCharsets.US_ASCII));
            expect(in, "220", "it refused STARTTLS");
            return secured(plain);
        }
    }

    private Socket connected() throws IOException {
        var socket = new Socket();
        socket.setSoTimeout(PATIENCE);
        try {
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException("no connection to " + host + ":" + port, e);
        }
    }

    private String secured(Socket plain) throws IOException {
        try (SSLSocket socket =
                (SSLSocket) context(authorities).getSocketFactory().createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession().getProtocol() + ", "
                    + socket.getSession().getCipherSuite();
        }
    }

    /** TLS that believes these authorities; none means those of this Java. */
    static SSLContext context(List<X509Certificate> authorities) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("a" + i, authorities.get(i));
            }
            trust.init(authorities.isEmpty() ? null : store);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java has no TLS", e);
        }
    }

    private static String expect(BufferedReader in, String code, String otherwise) throws IOException {
        var answer = new StringBuilder();
        String line = in.readLine();
        while (line != null && line.startsWith(code + "-")) {
            answer.append(line).append('\n');
            line = in.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException(otherwise);
        }
        return answer.append(line).toString();
    }
}
