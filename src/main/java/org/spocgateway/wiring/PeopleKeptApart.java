package org.spocgateway.wiring;

import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The gateway does not start while a reviewer is also an officer. */
@Component
class PeopleKeptApart implements SmartInitializingSingleton {
    private final Accounts accounts;

    PeopleKeptApart(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> both = accounts.notKeptApart();
        if (!both.isEmpty()) {
            throw new StartRefused("Officer and reviewer are never one person, but these reviewers are officers too: "
                    + String.join(", ", both)
                    + ". Close one of the accounts, or take the person off directory/officers.yaml.");
        }
    }
}
