package org.spocgateway.envelope;

import java.util.concurrent.Callable;

/** Keeps whatever a parser does on hostile bytes inside one message. */
final class Guarded {
    private Guarded() {}

    /**
     * Runs a parser; anything it throws becomes {@link UnreadableMail}. A full stack is the message's own doing (jakarta mail-api
     * issue 827 and its like); any other {@link VirtualMachineError} is the machine's, and goes on.
     */
    @SuppressWarnings("ThrowSpecificExceptions")
    static <T> T read(Callable<T> parser) {
        try {
            return parser.call();
        } catch (UnreadableMail e) {
            throw e;
        } catch (StackOverflowError e) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        }
    }
}
