package org.spocgateway.wiring;

import org.spocgateway.desk.People;
import org.spocgateway.terms.Actor;
import org.springframework.stereotype.Component;

/** Names of accounts for the desk. */
@Component("people")
class AccountNames implements People {
    private final Accounts accounts;

    AccountNames(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name(Actor actor) {
        return accounts.byId(actor.ref()).map(Account::name).orElse(actor.ref());
    }
}
