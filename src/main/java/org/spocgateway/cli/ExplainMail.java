package org.spocgateway.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What mails are taken for: opened as the server would, judged by the rules in force. Nothing is stored, sent or logged. */
final class ExplainMail {
    private final MailTold told;
    private final PrintWriter out;

    ExplainMail(MailRoom room, PrintWriter out) {
        told = new MailTold(room);
        this.out = out;
    }

    /** @return 0 if every mail was opened, 1 if any was not */
    int explain(Path subject, boolean json) {
        boolean isFolder = Files.isDirectory(subject);
        int code = 0;
        for (Path file : isFolder ? MailRoom.files(subject) : List.of(subject)) {
            String name = isFolder ? subject.relativize(file).toString() : String.valueOf(file.getFileName());
            Map<String, Object> one = told.of(name, MailRoom.bytes(file));
            if (!json) {
                print(one);
            } else {
                out.println(isFolder ? Json.line(one) : Json.pretty(one));
            }
            code = "opened".equals(one.get("opening")) ? code : 1;
        }
        return code;
    }

    private void print(Map<String, Object> one) {
        one.forEach((name, value) -> out.printf("%-12s %s%n", name, value));
        out.println();
    }
}
