package org.spocgateway.casework;

import java.util.List;
import java.util.Set;

/**
 * How ready one case is for the panel.
 *
 * @param asked how many partners were asked
 * @param answered how many of them have answered
 * @param required directory ids of the agencies with a plan: they must be told and attend (policy 4.5, R16)
 * @param invited directory ids of everybody whose invitation was approved
 * @param confirmed directory ids of those who wrote back
 */
public record PanelCase(
        CaseSummary summary,
        int asked,
        int answered,
        List<String> required,
        Set<String> invited,
        Set<String> confirmed) {
    /** Agencies with a plan that nobody has invited yet. */
    public List<String> notInvited() {
        return required.stream().filter(each -> !invited.contains(each)).toList();
    }

    /** Whether everybody asked has answered and everybody required is invited. */
    public boolean complete() {
        return answered == asked && notInvited().isEmpty();
    }
}
