package org.spocgateway.dispatch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Layers TLS over the connection, for STARTTLS and implicit TLS alike, and keeps both sockets within reach. */
final class Wire extends SSLSocketFactory {
    private final SSLSocketFactory tlsFactory;
    private volatile @Nullable SSLSocket tls;
    private volatile @Nullable Socket raw;

    Wire(SSLSocketFactory tlsFactory) {
        this.tlsFactory = tlsFactory;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
        plain.setTcpNoDelay(true); // without it every small mail waits 40 ms for an acknowledgement
        raw = plain;
        var layered = (SSLSocket) tlsFactory.createSocket(plain, host, port, autoClose);
        SSLParameters parameters = layered.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        layered.setSSLParameters(parameters);
        tls = layered;
        return layered;
    }

    /** The TLS socket; null before TLS was begun. */
    @Nullable
    SSLSocket tls() {
        return tls;
    }

    /** Resets the connection below TLS: no QUIT, no close_notify, nothing that could become content. */
    void abort() {
        Socket socket = raw;
        if (socket == null) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException alreadyGone) {
            // a connection that is gone is what was wanted
        }
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tlsFactory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tlsFactory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw onlyLayered();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        throw onlyLayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw onlyLayered();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        throw onlyLayered();
    }

    private static IOException onlyLayered() {
        return new IOException("TLS is only laid over a connection that stands");
    }
}
