package org.spocgateway.scanner;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where clamd listens: {@code unix:/run/clamav/clamd.ctl} or {@code tcp:127.0.0.1:3310}. */
public sealed interface ClamdAddress permits ClamdAddress.Unix, ClamdAddress.Tcp {
    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is neither
     */
    static ClamdAddress of(String text) {
        Matcher tcp =
                Pattern.compile("tcp:\\[?([A-Za-z0-9.:-]+?)\\]?:(\\d{1,5})").matcher(text.strip());
        if (text.strip().startsWith("unix:/")) {
            return new Unix(Path.of(text.strip().substring("unix:".length())));
        }
        if (tcp.matches() && Integer.parseInt(tcp.group(2)) <= 65_535) {
            return new Tcp(tcp.group(1), Integer.parseInt(tcp.group(2)));
        }
        throw new IllegalArgumentException("a scanner's address is unix:/path/of/the/socket or tcp:host:port");
    }

    /** A channel that is not connected yet. */
    SocketChannel open() throws IOException;

    SocketAddress socket();

    /** Whether what is sent there can leave this computer, unencrypted. */
    boolean leavesThisComputer();

    /** A socket file. */
    record Unix(Path file) implements ClamdAddress {
        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open(StandardProtocolFamily.UNIX);
        }

        @Override
        public SocketAddress socket() {
            return UnixDomainSocketAddress.of(file);
        }

        @Override
        public boolean leavesThisComputer() {
            return false;
        }
    }

    /** A port. */
    record Tcp(String host, int port) implements ClamdAddress {
        @Override
        public SocketChannel open() throws IOException {
            return SocketChannel.open();
        }

        @Override
        public SocketAddress socket() {
            return new InetSocketAddress(host, port);
        }

        @Override
        public boolean leavesThisComputer() {
            var address = new InetSocketAddress(host, port).getAddress();
            return address == null || !address.isLoopbackAddress();
        }
    }
}
