package org.spocgateway.scanner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Something that listens where clamd would, and behaves as a test wants. */
public final class ScannerServer implements AutoCloseable {
    private static int count;

    private final ServerSocketChannel channel;
    private final String address;
    private final Behaviour behaviour;

    /** What it does with one client. */
    @FunctionalInterface
    public interface Behaviour {
        void on(InputStream in, OutputStream out) throws IOException;
    }

    /** Reads a content in chunks to its end and says this. */
    public static Behaviour answering(String said) {
        return new Answering(said, new CopyOnWriteArrayList<>());
    }

    private record Answering(String said, List<byte[]> contents) implements Behaviour {
        @Override
        public void on(InputStream in, OutputStream out) throws IOException {
            var data = new DataInputStream(in);
            data.readNBytes("zINSTREAM\0".length());
            var all = new ByteArrayOutputStream();
            for (int length = data.readInt(); length > 0; length = data.readInt()) {
                all.writeBytes(data.readNBytes(length));
            }
            contents.add(all.toByteArray());
            out.write(said.getBytes(US_ASCII));
            out.flush();
        }
    }

    private ScannerServer(ServerSocketChannel channel, String address, Behaviour behaviour) {
        this.channel = channel;
        this.address = address;
        this.behaviour = behaviour;
        var thread = new Thread(this::serve, "scanner");
        thread.setDaemon(true);
        thread.start();
    }

    public static ScannerServer unix(Path folder, Behaviour behaviour) throws IOException {
        Path file = folder.resolve("clamd-" + count++ + ".sock");
        var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(file));
        return new ScannerServer(channel, "unix:" + file, behaviour);
    }

    public static ScannerServer tcp(Behaviour behaviour) throws IOException {
        var channel = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
        return new ScannerServer(channel, "tcp:127.0.0.1:" + port, behaviour);
    }

    public String address() {
        return address;
    }

    /** The content of the last whole stream. */
    byte[] received() {
        List<byte[]> contents = ((Answering) behaviour).contents();
        return contents.get(contents.size() - 1);
    }

    private void serve() {
        while (channel.isOpen()) {
            try (SocketChannel client = channel.accept()) {
                behaviour.on(Channels.newInputStream(client), Channels.newOutputStream(client));
            } catch (IOException e) {
                continue; // the client went away, or the test is over
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
