package org.spocgateway.directory;

import java.util.List;

/** Reads questions.yaml: the questions of policy 4.4, and the facts about a person that can be told. */
final class QuestionsFile {
    private static final List<String> IN_POLICY = List.of("known", "support", "vulnerability");

    private final List<Question> questions;
    private final List<PersonField> fields;

    QuestionsFile(ConfigPage page) {
        Block root = page.root();
        questions =
                root.blocks("questions").stream().map(QuestionsFile::question).toList();
        fields = root.blocks("fields").stream().map(QuestionsFile::field).toList();
        for (String id : IN_POLICY) {
            if (questions.stream().noneMatch(each -> each.id().equals(id) && each.inPolicy())) {
                root.wrong(
                        "questions",
                        "The question '" + id + "' of policy 4.4 is missing.",
                        "Put it back, with in-policy: true.");
            }
        }
        root.noMore();
    }

    List<Question> questions() {
        return questions;
    }

    List<PersonField> fields() {
        return fields;
    }

    private static Question question(Block block) {
        var question =
                new Question(block.id("id"), block.text("text"), block.text("why"), block.flag("in-policy", false));
        block.noMore();
        return question;
    }

    private static PersonField field(Block block) {
        var field = new PersonField(block.id("id"), block.text("label"), block.flag("ticked", false));
        block.noMore();
        return field;
    }
}
