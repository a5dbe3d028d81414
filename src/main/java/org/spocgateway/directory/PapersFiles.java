package org.spocgateway.directory;

import java.time.LocalDate;
import java.util.List;

/** Reads what was signed or agreed on paper: agreements with forces, and who sits on the panel. */
final class PapersFiles {
    private final Origins origins;

    PapersFiles(Origins origins) {
        this.origins = origins;
    }

    List<Agreement> agreements(ConfigPage page, List<Force> forces) {
        Block root = page.root();
        var agreements = root.blocks("agreements").stream()
                .map(each -> agreement(each, forces))
                .toList();
        root.noMore();
        return agreements;
    }

    private Agreement agreement(Block block, List<Force> forces) {
        LocalDate signed = block.date("signed");
        LocalDate until = block.date("until");
        if (until.isBefore(signed)) {
            block.wrong("until", "This agreement ends before it was signed.", "Exchange or correct the two dates.");
        }
        String force = block.text("force");
        if (!force.equals("?") && forces.stream().noneMatch(each -> each.id().equals(force))) {
            block.wrong("force", "There is no force " + force + ".", "Use an id of directory/forces.yaml.");
        }
        var agreement = new Agreement(
                block.text("id"), force, signed, until, block.text("held-by"), block.maybeText("override"));
        block.noMore();
        origins.note("agreement " + agreement.id(), block);
        return agreement;
    }

    List<PanelMember> panel(ConfigPage page) {
        Block root = page.root();
        var members = root.blocks("panel").stream().map(this::member).toList();
        root.noMore();
        return members;
    }

    private PanelMember member(Block block) {
        String party = block.text("member");
        if (!party.equals("?") && origins.of(party).isEmpty()) {
            block.wrong(
                    "member", "There is nobody called " + party + ".", "Use an id of officers, forces or partners.");
        }
        var member = new PanelMember(party, block.text("seat"), block.date("from"), block.maybeDate("until"));
        if (member.until().map(last -> last.isBefore(member.from())).orElse(false)) {
            block.wrong("until", "This seat ends before it begins.", "Exchange or correct the two dates.");
        }
        block.noMore();
        origins.note("panel " + party, block);
        return member;
    }
}
