package org.spocgateway.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration runs to its end, and tells what the story's file says, not what stands in the code. */
class DemonstrationTest {
    @TempDir
    Path folder;

    private String told(String story) throws IOException {
        var out = new ByteArrayOutputStream();
        new Demonstration(
                        Story.of(story),
                        folder.resolve("demo"),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        0,
                        0,
                        ports())
                .run(false);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Settings for a desk and a portal on free ports. */
    static Map<String, String> ports() throws IOException {
        int portal = freePort();
        return Map.of(
                "server.port", String.valueOf(freePort()),
                "gateway.portal.port", String.valueOf(portal),
                "gateway.dispatch.portal-address", "https://localhost:" + portal);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String story() throws IOException {
        try (InputStream in = DemonstrationTest.class.getResourceAsStream("/demonstration/story.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_whole_policy_happens_on_real_mail() throws IOException {
        String told = told(story());

        assertThat(told)
                .contains("STAFF_REFERRAL", "Gate CLOSED", "Gate OPEN", "Gate STOPPED")
                .contains("R1 ", "R6 ", "(policy 4.1)")
                .containsPattern("gcsx +northmere +SENT +TLSv1\\.[23], name checked, sealed")
                .containsPattern("internal-standard +childrens-front-door +SENT")
                .contains("Grade F", "Grade A", "Go-ahead PROPOSED")
                .containsPattern("egress-style +tidewell-homes +SENT")
                .contains("R22 not in the directory: approve it first")
                .contains("\"link checked\" 5, state LIVE")
                .contains("NOT_KNOWN.  Receipt")
                .contains("Larkhill NHS Trust is now REQUIRED at the panel")
                .contains("OPEN-RECIPIENT", "The next mail went on")
                .contains("1 of 1 waiting requests frozen")
                .contains("Verified: OK", "FOUND, ALTERED", "found in the log: 0");
    }

    @Test
    void another_story_is_told_otherwise() throws IOException {
        String told = told(story().replace("answer: not-known", "answer: in-person")
                .replace("visits: 5", "visits: 3")
                .replace("  plan: true\n", "  plan: false\n")
                .replace("A multi-agency plan exists and is reviewed each quarter.", "We hold nothing else.")
                .replace("unknown: j.doe@webmail.example\n", "\n"));

        assertThat(told)
                .contains("IN_PERSON.  Receipt", "\"link checked\" 3", "No plan: nobody is required")
                .contains("3 questions to 3 recipients")
                .doesNotContain("NOT_KNOWN", "R22 ");
    }
}
