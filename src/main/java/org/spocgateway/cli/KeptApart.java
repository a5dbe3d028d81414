package org.spocgateway.cli;

import java.io.IOException;
import java.util.List;
import org.spocgateway.directory.Origin;

/** Officer and reviewer are never one person: asked of the running gateway, since accounts are sealed in its database. */
final class KeptApart {
    private final Places places;

    KeptApart(Places places) {
        this.places = places;
    }

    List<Finding> findings() {
        var gateway = LiveGateway.in(places.state());
        Origin officers = new Origin("directory/officers.yaml", 1);
        try {
            if (gateway.isThere()) {
                return gateway.tell("kept-apart").lines().stream()
                        .map(account -> finding(
                                Finding.Level.ERROR,
                                officers,
                                "The reviewer " + account + " is an officer too.",
                                "End one of the two accounts: gateway user close."))
                        .toList();
            }
        } catch (IOException e) {
            // a socket that was left behind: nobody runs
        }
        return List.of(finding(
                Finding.Level.NOTE,
                officers,
                "No gateway runs here, so nobody was asked whether a reviewer is an officer too.",
                "Run check again while it runs."));
    }

    private Finding finding(Finding.Level level, Origin at, String sentence, String fix) {
        return Finding.of(level, places.config().toString(), at, sentence, fix);
    }
}
