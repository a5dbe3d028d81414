package org.spocgateway.envelope;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spocgateway.envelope.mime.Blocks;
import org.spocgateway.envelope.mime.Entity;
import org.spocgateway.envelope.mime.Head;
import org.spocgateway.envelope.mime.Metered;

/**
 * Takes off layer after layer of one message until plain MIME is left, in one pass whatever its size; used once.
 *
 * <p>Only a layer that is the whole entity counts: a sealed or signed part beside other parts stays an attachment (EFAIL, and
 * footers of mailing lists). What comes out is kept only when every layer around it was read to its end.
 */
final class Unwrapping {
    private static final int PASSES_MOST = 10;

    private final List<LayerReader> readers;
    private final Limits limits;
    private final Spool spool;
    private final ProtectedHeaders headers;
    private final Map<Integer, Again> known = new HashMap<>();

    /**
     * For one message.
     *
     * @param readers one for each family of layers, in the order in which they are asked
     * @param headers looks at header fields that stand inside
     */
    Unwrapping(List<LayerReader> readers, Limits limits, Spool spool, ProtectedHeaders headers) {
        this.readers = readers;
        this.limits = limits;
        this.spool = spool;
        this.headers = headers;
    }

    /** @throws UnreadableMail if a layer cannot be taken off */
    Opened all(Content raw) throws Exception {
        if (raw.size() > limits.bytes()) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        }
        for (int pass = 0; pass < PASSES_MOST; pass++) {
            try (Sheet sheet = new Sheet(spool, raw.size())) {
                List<Peeled> peeled = new Pass(sheet, 0).read(Entity.of(Source.blocks(raw)));
                boolean isPlain = peeled.stream().allMatch(each -> each.layer().isEmpty());
                return opened(isPlain ? raw : sheet.keep(), peeled);
            } catch (Again again) {
                known.put(again.depth, again);
            }
        }
        throw new UnreadableMail(Fault.TOO_LARGE);
    }

    private Opened opened(Content content, List<Peeled> peeled) {
        refuseBelowBroken(peeled);
        Verdict verdict = Verdict.ofAll(
                peeled.stream().flatMap(each -> each.verdict().stream()).toList());
        List<Fault> findings = new ArrayList<>(verdict.findings());
        findings.addAll(headers.findings(peeled));
        return new Opened(
                content,
                peeled.stream().flatMap(each -> each.layer().stream()).toList(),
                peeled.stream().flatMap(each -> each.key().stream()).findFirst(),
                verdict.signature(),
                verdict.signer(),
                isAssured(peeled),
                verdict.bound(),
                verdict.pinned(),
                findings);
    }

    /** What is sealed below a broken signature was put there for us to open (EFAIL). */
    private static void refuseBelowBroken(List<Peeled> peeled) {
        boolean isBroken = false;
        for (Peeled each : peeled) {
            if (isBroken && each.key().isPresent()) {
                throw new UnreadableMail(Fault.BROKEN_OUTSIDE);
            }
            isBroken |= each.verdict()
                    .filter(verdict -> verdict.signature() == Signature.INVALID)
                    .isPresent();
        }
    }

    /** A valid signature proves every block-cipher layer around it: whoever changed one could not have made the other. */
    private static boolean isAssured(List<Peeled> peeled) {
        boolean isAssured = true;
        for (Peeled each : peeled) {
            isAssured = each.isProof() || (isAssured && each.assured());
        }
        return isAssured;
    }

    /** One reading of what is inside so many layers. */
    private final class Pass implements Inside {
        private final Sheet sheet;
        private final int depth;

        Pass(Sheet sheet, int depth) {
            this.sheet = sheet;
            this.depth = depth;
        }

        @Override
        public List<Peeled> read(InputStream content) throws Exception {
            InputStream measured = content instanceof Blocks ? content : new Metered(content, limits.bytes());
            return read(Entity.inner(measured));
        }

        @Override
        public List<Peeled> read(Entity entity) throws Exception {
            if (depth > limits.depth()) {
                throw new UnreadableMail(Fault.TOO_LARGE);
            }
            Optional<Verdict> left = Optional.ofNullable(known.get(depth)).flatMap(again -> again.left);
            if (left.isPresent()) {
                write(entity);
                return List.of(Peeled.stray(left.get()));
            }
            Optional<Head> wrapped = depth == 0 ? Optional.empty() : WrappedMessage.in(entity, headers.from());
            if (wrapped.isPresent()) {
                List<Peeled> inside = new Pass(sheet, depth + 1).read(Entity.of(entity.body()));
                return Peeled.headers("message/rfc822", wrapped.get()).around(inside);
            }
            var inside = new Pass(sheet, depth + 1);
            for (LayerReader reader : readers) {
                Optional<List<Peeled>> peeled = reader.peel(entity, inside);
                if (peeled.isPresent()) {
                    return peeled.get();
                }
            }
            write(entity);
            String scheme = depth == 0 ? "" : ProtectedFields.scheme(entity.head());
            return scheme.isEmpty() ? List.of() : List.of(Peeled.headers(scheme, entity.head()));
        }

        /** The raw message itself stands where it stands. */
        private void write(Entity entity) throws Exception {
            if (depth > 0 && entity.whole().isPresent()) {
                sheet.take(entity.whole().get());
            } else if (depth > 0) {
                entity.writeTo(sheet);
            }
        }

        @Override
        public Optional<byte[]> signature() {
            return Optional.ofNullable(known.get(depth - 1)).flatMap(again -> again.signature);
        }

        @Override
        public RuntimeException again(byte[] signature) {
            return new Again(depth - 1, Optional.of(signature), Optional.empty());
        }

        @Override
        public RuntimeException leave(Verdict verdict) {
            return new Again(depth - 1, Optional.empty(), Optional.of(verdict));
        }
    }

    /** Ends one reading for the sake of the next. */
    private static final class Again extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int depth;
        private final transient Optional<byte[]> signature;
        private final transient Optional<Verdict> left;

        Again(int depth, Optional<byte[]> signature, Optional<Verdict> left) {
            super("to be read again", null, false, false);
            this.depth = depth;
            this.signature = signature;
            this.left = left;
        }
    }
}
