package org.spocgateway.envelope.container;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Runs a parser over hostile bytes. */
final class Hostile {
    private Hostile() {}

    /**
     * What it found; empty if it failed in whatever way. What it says of its failure may quote the file and is dropped. A full stack is
     * the file's own doing; any other error of the virtual machine goes on.
     */
    @SuppressWarnings("ThrowSpecificExceptions")
    static <T> Optional<T> read(Callable<T> parser) {
        try {
            return Optional.of(parser.call());
        } catch (StackOverflowError e) {
            return Optional.empty();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            return Optional.empty();
        }
    }
}
