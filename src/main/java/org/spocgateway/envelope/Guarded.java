package org.spocgateway.envelope;

import java.io.IOError;
import java.util.concurrent.Callable;
import org.spocgateway.envelope.cms.Damaged;
import org.spocgateway.envelope.mime.TooLarge;

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
        } catch (TooLarge e) {
            throw new UnreadableMail(Fault.TOO_LARGE);
        } catch (Damaged e) {
            throw new UnreadableMail(Fault.DAMAGED);
        } catch (IOError e) {
            throw e; // whatever keeps the message failed, not the message
        } catch (StackOverflowError e) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            throw new UnreadableMail(Fault.UNPARSABLE);
        }
    }
}
