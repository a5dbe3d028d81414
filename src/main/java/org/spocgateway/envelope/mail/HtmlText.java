package org.spocgateway.envelope.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Turns HTML into the text a person would read; nothing is fetched, run or followed.
 *
 * <p>A {@code blockquote} becomes lines that begin with {@code >}, so that quoted text stays quoted text. What is styled away
 * is left out.
 */
public final class HtmlText {
    private static final Set<String> LINES = Set.of(
            "p",
            "div",
            "br",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "pre",
            "blockquote",
            "section",
            "article",
            "header",
            "footer",
            "dt",
            "dd",
            "center");
    private static final int QUOTES_MOST = 50;
    private static final Pattern HIDDEN =
            Pattern.compile("display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d]*[1-9])");

    private HtmlText() {}

    public static String of(String html) {
        return of(Jsoup.parse(html));
    }

    /** The same without the elements of a class. */
    static String without(String html, String name) {
        Document page = Jsoup.parse(html);
        page.getElementsByClass(name).remove();
        return of(page);
    }

    private static String of(Document page) {
        page.select("script,style,head,title,template,noscript,object,embed,iframe")
                .remove();
        page.select("[style]").stream()
                .filter(element -> HIDDEN.matcher(element.attr("style").toLowerCase(Locale.ROOT))
                        .find())
                .toList()
                .forEach(Node::remove);
        page.select("[hidden]").remove();
        var lines = new Lines();
        page.traverse(lines);
        return lines.text();
    }

    private static final class Lines implements NodeVisitor {
        private final StringBuilder all = new StringBuilder();
        private final StringBuilder line = new StringBuilder();
        private int quotes;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                line.append(text.text());
            } else if (node instanceof Element element && LINES.contains(element.normalName())) {
                end();
                quotes += element.normalName().equals("blockquote") ? 1 : 0;
            } else if (node instanceof Element element && element.normalName().equals("td")) {
                line.append(' ');
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && LINES.contains(element.normalName())) {
                end();
                quotes -= element.normalName().equals("blockquote") ? 1 : 0;
            }
        }

        private void end() {
            String tidy = line.toString()
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!tidy.isEmpty()) {
                all.append("> ".repeat(Math.min(QUOTES_MOST, quotes)))
                        .append(tidy)
                        .append('\n');
            }
            line.setLength(0);
        }

        private String text() {
            end();
            return all.toString();
        }
    }
}
