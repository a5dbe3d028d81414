package org.spocgateway.work;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayDeque;
import java.util.Deque;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** A file system ({@code cut:}) that forgets at a power cut every byte that was not forced. */
public final class ForgetfulDisk extends FilePathWrapper {
    private static volatile Disk lastOpened;

    /** H2 makes one for each path. */
    public ForgetfulDisk() {}

    /** Registers the scheme with H2. */
    static void plugIn() {
        FilePath.register(new ForgetfulDisk());
    }

    /** Takes the power away and leaves the file as the disk really holds it. */
    static void powerCut() throws IOException {
        lastOpened.powerCut();
    }

    @Override
    public String getScheme() {
        return "cut";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var disk = new Disk(super.open(mode));
        lastOpened = disk;
        return disk;
    }

    private record Old(long at, byte[] bytes, long size) {}

    private static final class Disk extends FileBase {
        private final FileChannel base;
        private final Deque<Old> unforced = new ArrayDeque<>();
        private boolean off;

        Disk(FileChannel base) {
            this.base = base;
        }

        synchronized void powerCut() throws IOException {
            off = true;
            for (Old old : unforced) {
                var bytes = ByteBuffer.wrap(old.bytes);
                for (long at = old.at; bytes.hasRemaining(); ) {
                    at += base.write(bytes, at);
                }
                if (base.size() > old.size) {
                    base.truncate(old.size);
                }
            }
            unforced.clear();
            base.close();
        }

        private void remember(long at, long length) throws IOException {
            if (off) {
                throw new IOException("no power");
            }
            long size = base.size();
            var bytes = ByteBuffer.allocate((int) Math.max(0, Math.min(length, size - at)));
            for (long from = at; bytes.hasRemaining(); ) {
                from += base.read(bytes, from);
            }
            unforced.push(new Old(at, bytes.array(), size));
        }

        @Override
        public synchronized int write(ByteBuffer from, long at) throws IOException {
            remember(at, from.remaining());
            return base.write(from, at);
        }

        @Override
        public synchronized int write(ByteBuffer from) throws IOException {
            remember(base.position(), from.remaining());
            return base.write(from);
        }

        @Override
        public synchronized FileChannel truncate(long size) throws IOException {
            remember(size, base.size() - size);
            base.truncate(size);
            return this;
        }

        @Override
        public synchronized void force(boolean metaData) throws IOException {
            if (off) {
                throw new IOException("no power");
            }
            base.force(metaData);
            unforced.clear();
        }

        @Override
        public synchronized long size() throws IOException {
            return base.size();
        }

        @Override
        public synchronized long position() throws IOException {
            return base.position();
        }

        @Override
        public synchronized FileChannel position(long at) throws IOException {
            base.position(at);
            return this;
        }

        @Override
        public synchronized int read(ByteBuffer into) throws IOException {
            return base.read(into);
        }

        @Override
        public synchronized int read(ByteBuffer into, long at) throws IOException {
            return base.read(into, at);
        }

        @Override
        public synchronized FileLock tryLock(long at, long size, boolean shared) throws IOException {
            return base.tryLock(at, size, shared);
        }

        @Override
        protected synchronized void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
