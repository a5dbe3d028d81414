package org.spocgateway.envelope.container;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.jspecify.annotations.Nullable;

/**
 * Holds PDFBox to a {@link Budget}: it unpacks streams whole and has no limit of its own.
 *
 * <p>Its filters are replaced once, in the one map that it has them in, by the same filters that count what they write. A thread
 * without a budget is not limited.
 */
final class PdfLimits {
    private static final ThreadLocal<@Nullable Budget> RUNNING = new ThreadLocal<>();

    static {
        limitFilters();
    }

    private PdfLimits() {}

    /** From here on this thread spends from it. */
    static void put(Budget budget) {
        RUNNING.set(budget);
    }

    static void clear() {
        RUNNING.remove();
    }

    @SuppressWarnings("unchecked")
    private static void limitFilters() {
        try {
            Field field = FilterFactory.class.getDeclaredField("filters");
            field.setAccessible(true);
            var filters = (Map<COSName, Filter>) field.get(FilterFactory.INSTANCE);
            var limited = new IdentityHashMap<Filter, Filter>();
            for (Map.Entry<COSName, Filter> each : new HashMap<>(filters).entrySet()) {
                filters.put(each.getKey(), limited.computeIfAbsent(each.getValue(), Limited::new));
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this version of PDFBox keeps its filters elsewhere", e);
        }
    }

    /** The file's bytes; a parser that goes round in circles over them runs out of time. */
    static final class Source extends RandomAccessReadBuffer {
        private static final int LOOK_EVERY = 4096;

        private final byte[] file;
        private final Budget budget;
        private int reads;

        Source(byte[] file, Budget budget) {
            super(file);
            this.file = file;
            this.budget = budget;
        }

        @Override
        public int read() throws IOException {
            look();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            look();
            return super.read(buffer, offset, length);
        }

        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(new Source(file, budget), start, length, true);
        }

        private void look() throws Refused {
            if (++reads % LOOK_EVERY == 0) {
                budget.check();
            }
        }
    }

    private static final class Limited extends Filter {
        private final Filter filter;

        Limited(Filter filter) {
            this.filter = filter;
        }

        @Override
        public DecodeResult decode(InputStream in, OutputStream out, COSDictionary parameters, int index)
                throws IOException {
            return filter.decode(in, counted(out), parameters, index);
        }

        @Override
        public DecodeResult decode(
                InputStream in, OutputStream out, COSDictionary parameters, int index, DecodeOptions options)
                throws IOException {
            return filter.decode(in, counted(out), parameters, index, options);
        }

        @Override
        protected void encode(InputStream in, OutputStream out, COSDictionary parameters) throws IOException {
            filter.encode(in, out, parameters, 0);
        }

        private static OutputStream counted(OutputStream out) {
            Budget budget = RUNNING.get();
            return budget == null ? out : new Counted(out, budget);
        }
    }

    private static final class Counted extends FilterOutputStream {
        private final Budget budget;

        Counted(OutputStream out, Budget budget) {
            super(out);
            this.budget = budget;
        }

        @Override
        public void write(int one) throws IOException {
            budget.spend(1);
            out.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            budget.spend(length);
            out.write(bytes, offset, length);
        }
    }
}
