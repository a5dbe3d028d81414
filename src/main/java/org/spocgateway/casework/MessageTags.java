package org.spocgateway.casework;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spocgateway.terms.TransferId;
import org.spocgateway.vault.Vault;
import org.springframework.stereotype.Component;

/** The part of a Message-ID before the {@code @}: derived from the transfer's id under a key, so that replies find it and nobody can guess another. */
@Component
public class MessageTags {
    private static final Pattern OURS = Pattern.compile("(?<![0-9a-z])([0-9a-f]{32})@");

    private final Vault vault;

    MessageTags(Vault vault) {
        this.vault = vault;
    }

    /** 32 lower-case hexadecimal digits. */
    public String of(TransferId id) {
        return HexFormat.of().formatHex(Arrays.copyOf(vault.index("message-id", id.value()), 16));
    }

    /** The tag in a Message-ID that may be ours. */
    static Optional<String> in(String messageId) {
        Matcher matcher = OURS.matcher(messageId);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
