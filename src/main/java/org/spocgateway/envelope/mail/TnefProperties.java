package org.spocgateway.envelope.mail;

import java.nio.BufferUnderflowException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The MAPI properties within winmail.dat, those with a value of text or octets (MS-OXTNEF section 2.1.3.4). */
final class TnefProperties {
    static final TnefProperties NONE = new TnefProperties();
    static final int BODY = 0x1000;
    static final int RTF = 0x1009;
    static final int HTML = 0x1013;
    static final int DATA = 0x3701;
    static final int LONG_NAME = 0x3707;
    static final int MEDIA_TYPE = 0x370e;

    private static final int TEXT8 = 0x1e;
    private static final int TEXT16 = 0x1f;
    private static final int OBJECT = 0x0d;
    private static final int OCTETS = 0x102;
    private static final int SEVERAL = 0x1000;
    private static final int NAMED = 0x8000;
    private static final int PROPERTIES_MOST = 10_000;
    private static final Map<Integer, Integer> FIXED = Map.ofEntries(
            Map.entry(0x02, 4),
            Map.entry(0x03, 4),
            Map.entry(0x04, 4),
            Map.entry(0x05, 8),
            Map.entry(0x06, 8),
            Map.entry(0x07, 8),
            Map.entry(0x0a, 4),
            Map.entry(0x0b, 4),
            Map.entry(0x14, 8),
            Map.entry(0x40, 8),
            Map.entry(0x48, 16));
    private static final Charset OLD_WINDOWS = Charset.forName("windows-1252");

    private final Map<Integer, byte[]> octets = new HashMap<>();
    private final Map<Integer, String> texts = new HashMap<>();

    private TnefProperties() {}

    /** Those before the first that cannot be read. */
    static TnefProperties of(byte[] bytes) {
        var properties = new TnefProperties();
        var in = new LittleEndian(bytes);
        try {
            long count = Math.min(PROPERTIES_MOST, in.u32());
            for (long i = 0; i < count && properties.read(in); i++) {
                continue;
            }
        } catch (BufferUnderflowException e) {
            return properties;
        }
        return properties;
    }

    Optional<String> text(int id) {
        return Optional.ofNullable(texts.get(id));
    }

    Optional<byte[]> binary(int id) {
        return Optional.ofNullable(octets.get(id));
    }

    private boolean read(LittleEndian in) {
        int type = in.u16();
        int id = in.u16();
        if (id >= NAMED) {
            passName(in);
        }
        int kind = type & ~SEVERAL;
        int size = FIXED.getOrDefault(kind, 0);
        boolean isLong = kind == TEXT8 || kind == TEXT16 || kind == OCTETS || kind == OBJECT;
        long values = isLong || (type & SEVERAL) != 0 ? in.u32() : 1;
        if (!isLong && size == 0) {
            return false;
        }
        for (long i = 0; i < values; i++) {
            byte[] value = in.take(isLong ? in.u32() : size);
            if (isLong) {
                in.take(Math.min(in.left(), (4 - value.length % 4) % 4));
                note(id, kind, value);
            }
        }
        return true;
    }

    private static void passName(LittleEndian in) {
        in.take(16);
        if (in.u32() == 0) {
            in.u32();
            return;
        }
        long length = in.u32();
        in.take(length);
        in.take(Math.min(in.left(), (4 - length % 4) % 4));
    }

    private void note(int id, int kind, byte[] value) {
        if (kind == TEXT8) {
            texts.putIfAbsent(id, new String(value, OLD_WINDOWS).replace("\0", ""));
        } else if (kind == TEXT16) {
            texts.putIfAbsent(id, new String(value, StandardCharsets.UTF_16LE).replace("\0", ""));
        } else {
            octets.putIfAbsent(id, value);
        }
    }
}
