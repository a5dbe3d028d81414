package org.spocgateway.envelope.container;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The words of a WordprocessingML or OpenDocument part, by a streaming reader that knows no DTD and no entities. */
final class XmlWords {
    private static final Set<String> PARTS = Set.of("word/document.xml", "content.xml");
    private static final Set<String> LINES = Set.of("p", "h", "tc", "table-cell", "br", "line-break", "cr");
    private static final Set<String> GAPS = Set.of("tab", "s");
    private static final int DEPTH_MOST = 200;
    private static final String WORD = "word/document.xml";

    private final boolean isWord;
    private final int most;
    private final StringBuilder words = new StringBuilder();
    private int depth;
    private int skipping;
    private boolean inText;

    private XmlWords(boolean isWord, int most) {
        this.isWord = isWord;
        this.most = most;
    }

    static boolean isMainPart(String path) {
        return PARTS.contains(path);
    }

    static String of(String path, byte[] xml, int charactersMost) throws Refused {
        var words = new XmlWords(path.equals(WORD), charactersMost);
        try {
            words.read(factory().createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            throw new Refused(Unlocking.Why.DAMAGED);
        }
        return words.words.toString();
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        return factory;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, Refused {
        while (xml.hasNext() && words.length() < most) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> end(xml);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (inText && skipping == 0) {
                        words.append(xml.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw new Refused(Unlocking.Why.DAMAGED);
                default -> {}
            }
        }
    }

    /** In Word text stands in {@code t} only; in OpenDocument wherever it stands within a paragraph. */
    private void start(XMLStreamReader xml) throws Refused {
        if (++depth > DEPTH_MOST) {
            throw new Refused(Unlocking.Why.TOO_LARGE);
        }
        String name = name(xml);
        if (skipping > 0 || name.equals("Fallback") || name.equals("annotation") || name.equals("tracked-changes")) {
            skipping++;
        } else if (isWord) {
            inText = name.equals("t");
        } else if (name.equals("p") || name.equals("h")) {
            inText = true;
        }
        if (skipping == 0 && GAPS.contains(name)) {
            words.append(' ');
        }
    }

    private void end(XMLStreamReader xml) {
        depth--;
        String name = name(xml);
        if (skipping > 0) {
            skipping--;
            return;
        }
        if (isWord || name.equals("p") || name.equals("h")) {
            inText = false;
        }
        if (LINES.contains(name)) {
            words.append('\n');
        }
    }

    /** Without its prefix, which is the writing program's choice. */
    private static String name(XMLStreamReader xml) {
        String name = xml.getLocalName();
        return name.substring(name.indexOf(':') + 1);
    }
}
