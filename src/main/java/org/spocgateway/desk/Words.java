package org.spocgateway.desk;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Sentences from the message bundle, in the reader's language. */
@Component("words")
public class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence of a key. */
    public String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    /** The sentence of a key, or what another package already says in plain words. */
    public String sayOr(String key, String otherwise) {
        String said = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return said == null ? otherwise : said;
    }

    /** The people's word for a code word of another package, or that word with spaces. */
    public String word(String prefix, String word) {
        return sayOr(prefix + "." + word, word.replace('-', ' '));
    }
}
