package org.spocgateway.envelope.mail;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Unpacks the RTF of a MAPI message (MS-OXRTFCP). */
final class PackedRtf {
    private static final long PACKED = 0x75465a4cL;
    private static final long BARE = 0x414c454dL;
    private static final int WINDOW = 4096;
    private static final int UNPACKED_MOST = 16 << 20;
    private static final byte[] BEGINNING =
            ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans"
                            + " SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
                            + "\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
                    .getBytes(StandardCharsets.US_ASCII);

    private PackedRtf() {}

    /** Empty if it is none; what is cut off gives what came before. */
    static Optional<byte[]> unpacked(byte[] bytes) {
        var in = new LittleEndian(bytes);
        if (in.left() < 16) {
            return Optional.empty();
        }
        in.u32();
        long size = in.u32();
        long kind = in.u32();
        in.u32();
        if (kind == BARE) {
            return Optional.of(in.take(Math.min(in.left(), size)));
        }
        return kind == PACKED ? Optional.of(unpack(in)) : Optional.empty();
    }

    private static byte[] unpack(LittleEndian in) {
        byte[] window = new byte[WINDOW];
        System.arraycopy(BEGINNING, 0, window, 0, BEGINNING.length);
        int at = BEGINNING.length;
        var out = new ByteArrayOutputStream();
        try {
            while (out.size() < UNPACKED_MOST) {
                int flags = in.u8();
                for (int bit = 0; bit < 8; bit++) {
                    if ((flags & 1 << bit) == 0) {
                        at = put(window, at, (byte) in.u8(), out);
                        continue;
                    }
                    int reference = in.u8() << 8 | in.u8();
                    int from = reference >> 4;
                    if (from == at) {
                        return out.toByteArray();
                    }
                    for (int i = 0; i < (reference & 0x0f) + 2; i++) {
                        at = put(window, at, window[(from + i) % WINDOW], out);
                    }
                }
            }
        } catch (BufferUnderflowException e) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }

    private static int put(byte[] window, int at, byte value, ByteArrayOutputStream out) {
        window[at] = value;
        out.write(value);
        return (at + 1) % WINDOW;
    }
}
