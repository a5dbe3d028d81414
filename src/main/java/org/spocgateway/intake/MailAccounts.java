package org.spocgateway.intake;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The mailboxes that are polled, by their name in configuration ({@code mail.accounts} keys are listed in page 10).
 *
 * @param accounts by name, such as {@code spoc}
 * @param authority file under certs/ whose certificates the mail servers' chains must end in
 */
@ConfigurationProperties("mail")
public record MailAccounts(Map<String, MailAccount> accounts, String authority) {
    /**
     * One mailbox.
     *
     * @param processed the folder that accepted mail is moved to
     */
    public record MailAccount(
            String host, int port, String username, String password, String folder, String processed) {
        @Override
        public String toString() {
            return "MailAccount[" + host + ":" + port + "]";
        }
    }

    /** The account's name for a login at a server. */
    String nameOf(String host, String username) {
        return accounts.entrySet().stream()
                .filter(entry -> entry.getValue().host().equalsIgnoreCase(host)
                        && entry.getValue().username().equals(username))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a page polls a mailbox that is not under mail.accounts"));
    }

    MailAccount get(String name) {
        MailAccount account = accounts.get(name);
        if (account == null) {
            throw new IllegalStateException("there is no account of this name under mail.accounts");
        }
        return account;
    }
}
