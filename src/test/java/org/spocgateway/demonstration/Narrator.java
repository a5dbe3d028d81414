package org.spocgateway.demonstration;

import java.io.PrintStream;

/** Tells the story line by line: the paragraph in the margin, one word for what kind of event it is, then plain words. */
public final class Narrator {
    private static final int WIDTH = 120;
    private static final String INDENT = " ".repeat(15);

    private final PrintStream out;
    private final boolean pauses;

    public Narrator(PrintStream out, boolean pauses) {
        this.out = out;
        this.pauses = pauses;
    }

    /** A new event: paragraph, word, sentence. */
    public void event(String paragraph, String word, String sentence) {
        if (pauses) {
            pause();
        }
        wrap(String.format("  %-5s %-6s ", paragraph, word), sentence);
    }

    /** More about the same event. */
    public void more(String sentence) {
        wrap(INDENT, sentence);
    }

    /** A line as it is. */
    public void line(String text) {
        out.println(text);
        out.flush();
    }

    private void wrap(String first, String sentence) {
        String margin = first;
        String rest = sentence;
        int room = WIDTH - INDENT.length();
        while (rest.length() > room) {
            int cut = rest.lastIndexOf(' ', room);
            line(margin + rest.substring(0, cut));
            rest = rest.substring(cut + 1);
            margin = INDENT + "  ";
        }
        line(margin + rest);
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
