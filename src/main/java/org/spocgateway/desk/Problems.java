package org.spocgateway.desk;

import java.util.ArrayList;
import java.util.List;
import org.spocgateway.casework.GateMove;
import org.spocgateway.casework.NotMoved;
import org.springframework.ui.Model;

/** The faults of one form: while there is one, nothing changes and the form is shown again with what was typed. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();
    private final Words words;

    Problems(Words words) {
        this.words = words;
    }

    /** Notes a fault when it is one. */
    Problems when(boolean faulty, String field, String key) {
        if (faulty) {
            found.add(new Problem(field, words.say(key)));
        }
        return this;
    }

    /** Notes a fault that another package put into words. */
    Problems add(String field, String code, String sentence) {
        found.add(new Problem(field, words.sayOr("desk.code." + code, sentence)));
        return this;
    }

    /** Notes why the gate did not move, when it did not. */
    Problems refused(String field, GateMove move) {
        if (move instanceof NotMoved not) {
            add(field, not.code(), not.sentence());
        }
        return this;
    }

    boolean any() {
        return !found.isEmpty();
    }

    void show(Model model) {
        model.addAttribute("problems", List.copyOf(found));
    }
}
