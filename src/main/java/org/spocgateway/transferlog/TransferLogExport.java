package org.spocgateway.transferlog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The export: one zip with what {@code proof} or anybody else needs to check the log.
 *
 * <p>It is stored, not deflated, with one fixed time, so that equal logs give equal bytes and every changed byte of the container shows.
 */
final class TransferLogExport {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int BATCH = 1000;

    private final LogTables tables;
    private final String verifierKeys;

    TransferLogExport(LogTables tables, String verifierKeys) {
        this.tables = tables;
        this.verifierKeys = verifierKeys;
    }

    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    void write(OutputStream out) throws IOException {
        List<Span> spans = tables.shards().stream()
                .map(shard -> new Span(shard, tables.checkpoints(shard)))
                .filter(span -> !span.checkpoints().isEmpty())
                .toList();
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        add(zip, "README.txt", file -> file.write(readme()));
        add(zip, "log.vkey", file -> file.write(verifierKeys.getBytes(StandardCharsets.UTF_8)));
        add(zip, "checkpoints.txt", file -> checkpoints(spans, file));
        add(zip, "hashes.txt", file -> hashes(spans, file));
        add(zip, "entries.jsonl", file -> entries(spans, file));
        zip.finish();
    }

    /** A shard and its checkpoints; entries after the last one are not signed yet and stay out. */
    private record Span(String shard, List<Checkpoint> checkpoints) {
        long size() {
            return checkpoints.get(checkpoints.size() - 1).size();
        }
    }

    /** A stored zip entry names its size and CRC first, so the content is made twice: it is append-only, so it is the same. */
    private static void add(ZipOutputStream zip, String name, Content content) throws IOException {
        var measure = new Measure();
        content.writeTo(measure);
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(measure.size);
        entry.setCrc(measure.crc.getValue());
        zip.putNextEntry(entry);
        content.writeTo(zip);
        zip.closeEntry();
    }

    private static void checkpoints(List<Span> spans, OutputStream out) throws IOException {
        for (Span span : spans) {
            for (Checkpoint checkpoint : span.checkpoints()) {
                out.write((checkpoint.note() + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void hashes(List<Span> spans, OutputStream out) throws IOException {
        for (Span span : spans) {
            for (long from = 0; from < span.size(); from += BATCH) {
                for (byte[] hash : tables.hashes(span.shard(), from, Math.min(from + BATCH, span.size()))) {
                    out.write((HexFormat.of().formatHex(hash) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    private void entries(List<Span> spans, OutputStream out) throws IOException {
        for (Span span : spans) {
            for (long from = 0; from < span.size(); from += BATCH) {
                for (byte[] leaf : tables.leaves(span.shard(), from, Math.min(from + BATCH, span.size()))) {
                    out.write(leaf);
                    out.write('\n');
                }
            }
        }
    }

    private static byte[] readme() throws IOException {
        try (var text = TransferLogExport.class.getResourceAsStream("export-readme.txt")) {
            if (text == null) {
                throw new IOException("export-readme.txt is missing from the program");
            }
            return text.readAllBytes();
        }
    }

    /** Counts and sums what is written to it. */
    private static final class Measure extends OutputStream {
        private final CRC32 crc = new CRC32();
        private long size;

        @Override
        public void write(int b) {
            crc.update(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            crc.update(bytes, from, length);
            size += length;
        }
    }
}
