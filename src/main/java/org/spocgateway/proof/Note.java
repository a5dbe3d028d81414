package org.spocgateway.proof;

import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One signed checkpoint (C2SP tlog-checkpoint in a signed-note).
 *
 * @param text the whole note
 * @param body its first three lines, which are signed
 * @param keyId first four bytes of the signature line
 */
record Note(String text, String body, String origin, long size, byte[] root, byte[] keyId, byte[] signature) {
    private static final Pattern FORM = Pattern.compile(
            "(?<body>(?<origin>[!-*,-~]+)\n(?<size>0|[1-9][0-9]{0,17})\n(?<root>[A-Za-z0-9+/]{43}=)\n)\n\u2014 \\k<origin> (?<signature>[A-Za-z0-9+/]{91}=)\n");

    static Note parse(String text) throws Unproven {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Unproven.altered("a checkpoint has not the form of a signed note");
        }
        byte[] signature = base64(form.group("signature"));
        return new Note(
                text,
                form.group("body"),
                form.group("origin"),
                Long.parseLong(form.group("size")),
                base64(form.group("root")),
                Arrays.copyOf(signature, 4),
                Arrays.copyOfRange(signature, 4, signature.length));
    }

    /** Base64 with no second spelling of the same bytes. */
    static byte[] base64(String text) throws Unproven {
        byte[] bytes = Base64.getDecoder().decode(text);
        if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
            throw Unproven.altered("a base64 text has spare bits that are not zero");
        }
        return bytes;
    }
}
