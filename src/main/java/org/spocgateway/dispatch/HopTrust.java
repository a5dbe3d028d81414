package org.spocgateway.dispatch;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Trusts the authorities of one next hop and nobody else, and remembers why a certificate was refused. */
final class HopTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager chain;
    /** {@code protocol} until a certificate was seen, then {@code certificate}, {@code name}, or {@code handshake} when it was good. */
    private volatile String refusal = "protocol";

    private HopTrust(X509ExtendedTrustManager chain) {
        this.chain = chain;
    }

    /**
     * For these authorities.
     *
     * @throws GeneralSecurityException if there are none, or one cannot be used
     */
    static HopTrust of(List<X509Certificate> authorities) throws GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store could not be made", e);
        }
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509ExtendedTrustManager found) {
                return new HopTrust(found);
            }
        }
        throw new GeneralSecurityException("this Java has no PKIX trust manager");
    }

    /** Makes TLS sockets that ask this object. */
    SSLSocketFactory socketFactory() throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {this}, null);
        return context.getSocketFactory();
    }

    /** One word on why the handshake failed. */
    String refusal() {
        return refusal;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String authType, Socket socket)
            throws CertificateException {
        refusal = "certificate";
        chain.checkServerTrusted(certificates, authType);
        refusal = "name";
        chain.checkServerTrusted(certificates, authType, socket);
        refusal = "handshake";
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("only sockets are used");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] certificates, String authType) throws CertificateException {
        throw new CertificateException("without a connection no name can be checked");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String authType, Socket socket)
            throws CertificateException {
        throw new CertificateException("this side is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String authType, SSLEngine engine)
            throws CertificateException {
        throw new CertificateException("this side is never a server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] certificates, String authType) throws CertificateException {
        throw new CertificateException("this side is never a server");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return chain.getAcceptedIssuers();
    }
}
