package org.spocgateway.envelope.cms;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.ChaCha20Poly1305;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.spocgateway.envelope.mime.BlockStream;

/** Decrypts block by block; genuine only when it has come to its end, and once it failed it fails for ever. */
final class PlainStream extends BlockStream {
    private static final int BLOCK = 1 << 16;

    /** What stands behind an encrypted content: authenticated attributes and tag. */
    record Trailer(byte[] bound, byte[] tag) {
        static final Trailer NONE = new Trailer(new byte[0], new byte[0]);
    }

    /** Reads what stands behind the content, once that is read. */
    @FunctionalInterface
    interface End {
        Trailer read() throws IOException;
    }

    /** A cipher that works piece by piece. */
    interface Engine {
        int update(byte[] encrypted, int length, byte[] plain) throws GeneralSecurityException;

        int finish(Trailer trailer, byte[] plain) throws GeneralSecurityException, InvalidCipherTextException;
    }

    private final InputStream encrypted;
    private final Engine engine;
    private final End end;
    private final byte[] block = new byte[BLOCK];
    private final byte[] plain = new byte[BLOCK + 64];
    private boolean hasEnded;
    private boolean hasFailed;

    PlainStream(InputStream encrypted, Engine engine, End end) {
        this.encrypted = encrypted;
        this.engine = engine;
        this.end = end;
    }

    @Override
    protected boolean next() throws IOException {
        if (hasFailed) {
            throw new Damaged();
        }
        if (hasEnded) {
            return false;
        }
        hasFailed = true;
        ready(plain, step());
        hasFailed = false;
        return true;
    }

    private int step() throws IOException {
        try {
            int read = encrypted.read(block);
            if (read >= 0) {
                return engine.update(block, read, plain);
            }
            hasEnded = true;
            return engine.finish(end.read(), plain);
        } catch (GeneralSecurityException | InvalidCipherTextException | IOException | RuntimeException e) {
            throw new Damaged();
        }
    }

    /** The engine that reads a cipher piece by piece. */
    static Engine engine(ContentCipher cipher, Providers providers, byte[] key) throws GeneralSecurityException {
        if (cipher.tagBytes() == 0) {
            return new Chain(cipher.ready(providers, key));
        }
        return cipher.isGalois() ? new Counter(cipher, key) : new Stream(cipher, key);
    }

    /** Cipher block chaining by a provider's cipher. */
    record Chain(Cipher cipher) implements Engine {
        @Override
        public int update(byte[] encrypted, int length, byte[] plain) throws GeneralSecurityException {
            return cipher.update(encrypted, 0, length, plain);
        }

        @Override
        public int finish(Trailer trailer, byte[] plain) throws GeneralSecurityException {
            return cipher.doFinal(plain, 0);
        }
    }

    /** Galois counter mode by BouncyCastle, the one that neither holds the whole content nor wants the attributes first. */
    static final class Counter implements Engine {
        private final GCMModeCipher gcm = GCMBlockCipher.newInstance(AESEngine.newInstance());
        private final int tagBytes;

        Counter(ContentCipher cipher, byte[] key) {
            tagBytes = cipher.tagBytes();
            byte[] nonce = ((GCMParameterSpec) cipher.parameters()).getIV();
            gcm.init(false, new AEADParameters(new KeyParameter(key), 8 * tagBytes, nonce));
        }

        @Override
        public int update(byte[] encrypted, int length, byte[] plain) {
            return gcm.processBytes(encrypted, 0, length, plain, 0);
        }

        @Override
        public int finish(Trailer trailer, byte[] plain) throws InvalidCipherTextException {
            if (trailer.tag().length != tagBytes) {
                throw new InvalidCipherTextException();
            }
            gcm.processAADBytes(trailer.bound(), 0, trailer.bound().length);
            int last = gcm.processBytes(trailer.tag(), 0, tagBytes, plain, 0);
            return last + gcm.doFinal(plain, last);
        }
    }

    /**
     * ChaCha20-Poly1305 (RFC 8103) by BouncyCastle; it wants the authenticated attributes first, which stand behind the content, so
     * large content that has any is refused. Nobody is known to write them.
     */
    static final class Stream implements Engine {
        private final ChaCha20Poly1305 cipher = new ChaCha20Poly1305();
        private final int tagBytes;

        Stream(ContentCipher content, byte[] key) {
            tagBytes = content.tagBytes();
            byte[] nonce = ((IvParameterSpec) content.parameters()).getIV();
            cipher.init(false, new AEADParameters(new KeyParameter(key), 8 * tagBytes, nonce));
        }

        @Override
        public int update(byte[] encrypted, int length, byte[] plain) {
            return cipher.processBytes(encrypted, 0, length, plain, 0);
        }

        @Override
        public int finish(Trailer trailer, byte[] plain) throws InvalidCipherTextException {
            if (trailer.tag().length != tagBytes || trailer.bound().length > 0) {
                throw new InvalidCipherTextException();
            }
            int last = cipher.processBytes(trailer.tag(), 0, tagBytes, plain, 0);
            return last + cipher.doFinal(plain, last);
        }
    }
}
