package org.spocgateway.demonstration;

import java.io.PrintStream;
import java.util.Map;
import org.spocgateway.RunningGateway;
import org.spocgateway.wiring.Added;

/** Where to look now: the three addresses, one-time sign-ins, and a line to try. */
record LastBlock(PrintStream out) {
    void print(RunningGateway gateway, MailWorld world, Map<String, Added.Made> accounts) {
        String desk = "https://localhost:" + gateway.deskPort();
        out.println();
        out.println("Desk    " + desk + "         " + signIn(accounts, "jo"));
        out.println("Review  " + desk + "/review  " + signIn(accounts, "security"));
        out.println("Portal  https://localhost:8444/r/...   code: read out on the desk page of the request");
        out.println("Try     swaks --server localhost:" + world.borderPort() + " -tls --to " + MailWorld.SPOC
                + "   then look at the desk");
        out.println("Stop    Ctrl-C.  Delete target/demo and it never happened.");
    }

    private static String signIn(Map<String, Added.Made> accounts, String name) {
        Added.Made made = accounts.get(name);
        return made.account().signIn() + "   / shown once: " + made.word();
    }
}
