package org.spocgateway.scanner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection to clamd, used for one command; no step of it waits longer than the patience. */
final class ClamdLine implements AutoCloseable {
    private static final int CHUNK = 1 << 16;
    private static final int ANSWER_MOST = 4096;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final long patience;

    ClamdLine(ClamdAddress address, Duration patience) throws ScannerAway {
        this.patience = Math.max(1, patience.toMillis());
        try {
            channel = address.open();
            selector = Selector.open();
            channel.configureBlocking(false);
            boolean isConnected = channel.connect(address.socket());
            key = channel.register(selector, isConnected ? 0 : SelectionKey.OP_CONNECT);
            if (!isConnected) {
                await(SelectionKey.OP_CONNECT);
                channel.finishConnect();
            }
        } catch (IOException | UnresolvedAddressException e) {
            throw new ScannerAway("the virus scanner cannot be reached", e);
        }
    }

    /** Gives a command and reads its whole answer. */
    String ask(String command) throws ScannerAway {
        write(ByteBuffer.wrap(("z" + command + "\0").getBytes(StandardCharsets.US_ASCII)));
        return answer();
    }

    /**
     * Sends a content and reads what clamd says of it (INSTREAM: chunks with their length in front, an empty one at the end).
     *
     * @throws IOException if the content cannot be read
     */
    String stream(InputStream content) throws IOException {
        write(ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        byte[] chunk = new byte[CHUNK];
        int length = content.readNBytes(chunk, 0, CHUNK);
        boolean isHeard = false;
        while (length > 0 && !isHeard) {
            isHeard = !write(ByteBuffer.allocate(4 + length)
                    .putInt(length)
                    .put(chunk, 0, length)
                    .flip());
            length = content.readNBytes(chunk, 0, CHUNK);
        }
        if (!isHeard) {
            write(ByteBuffer.allocate(4).putInt(0).flip());
        }
        return answer();
    }

    /** @return false if clamd answers already, or hung up: it takes no more */
    private boolean write(ByteBuffer bytes) throws ScannerAway {
        try {
            while (bytes.hasRemaining()) {
                int ready = await(SelectionKey.OP_WRITE | SelectionKey.OP_READ);
                if ((ready & SelectionKey.OP_READ) != 0) {
                    return false;
                }
                channel.write(bytes);
            }
            return true;
        } catch (ScannerAway e) {
            throw e;
        } catch (IOException e) {
            return false; // it hung up, perhaps after an answer
        }
    }

    private String answer() throws ScannerAway {
        ByteBuffer answer = ByteBuffer.allocate(ANSWER_MOST);
        try {
            while (answer.hasRemaining() && !isEnded(answer)) {
                await(SelectionKey.OP_READ);
                if (channel.read(answer) < 0) {
                    break;
                }
            }
        } catch (ScannerAway e) {
            throw e;
        } catch (IOException e) {
            throw new ScannerAway("the virus scanner did not answer", e);
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
    }

    private static boolean isEnded(ByteBuffer answer) {
        return answer.position() > 0 && answer.get(answer.position() - 1) == 0;
    }

    private int await(int operations) throws IOException {
        key.interestOps(operations);
        selector.select(patience);
        boolean isReady = selector.selectedKeys().remove(key);
        if (!isReady) {
            throw new ScannerAway("the virus scanner did not answer in time");
        }
        return key.readyOps();
    }

    @Override
    public void close() throws IOException {
        try (channel;
                selector) {
            key.cancel();
        }
    }
}
