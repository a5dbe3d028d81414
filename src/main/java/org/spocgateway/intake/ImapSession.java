package org.spocgateway.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the mailboxes are reached: IMAPS with chain and name checked, and no property of the Java system. */
@Configuration(proxyBeanMethods = false)
class ImapSession {
    /** Fresh properties for camel-mail: given as a bean, it does not mix in the System properties (stack.md 2.1). */
    @Bean
    Properties imapProperties(MailAccounts accounts, @Value("${gateway.certs}") Path certs)
            throws GeneralSecurityException, IOException {
        var properties = new Properties();
        String imaps = "mail.imaps.";
        properties.put(
                imaps + "ssl.socketFactory",
                trusting(certs.resolve(accounts.authority())).getSocketFactory());
        properties.put(imaps + "ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put(imaps + "ssl.checkserveridentity", "true");
        properties.put(imaps + "socketFactory.fallback", "false");
        properties.put(imaps + "fetchsize", "1048576");
        properties.put(imaps + "connectiontimeout", "10000");
        properties.put(imaps + "timeout", "60000");
        properties.put(imaps + "connectionpoolsize", "1");
        return properties;
    }

    private static SSLContext trusting(Path authority) throws GeneralSecurityException, IOException {
        KeyStore anchors = KeyStore.getInstance("PKCS12");
        anchors.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                anchors.setCertificateEntry("authority-" + anchors.size(), certificate);
            }
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(anchors);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
