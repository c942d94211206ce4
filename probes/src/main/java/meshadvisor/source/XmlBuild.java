package meshadvisor.source;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import meshadvisor.catalog.BuildFile;
import meshadvisor.source.Declared.Need;

/** Reads XML without document types and without anything outside of the file: neither entities nor addresses are followed. */
final class XmlBuild {

    private static final int DEEPEST = 100;
    private static final int MOST_ELEMENTS = 200_000;

    private final BuildFile build;
    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final Deque<Entry> open = new ArrayDeque<>();
    private final List<Need> needs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String name = "";

    /** A dependency of which not all has been read. */
    private record Entry(int depth, int line, Map<String, String> fields) {}

    private XmlBuild(BuildFile build, XMLStreamReader xml) {
        this.build = build;
        this.xml = xml;
    }

    static Declared read(BuildFile build, byte[] content) throws BrokenBuildFile {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        try {
            return new XmlBuild(build, factory.createXMLStreamReader(new ByteArrayInputStream(content))).all();
        } catch (XMLStreamException e) {
            throw new BrokenBuildFile("no valid XML on line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
        }
    }

    private Declared all() throws XMLStreamException, BrokenBuildFile {
        int elements = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MOST_ELEMENTS || path.size() > DEEPEST) {
                        throw new BrokenBuildFile(
                                "more than " + MOST_ELEMENTS + " elements, or more than " + DEEPEST + " inside one another");
                    }
                    begin();
                }
                case XMLStreamConstants.CHARACTERS -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end();
                default -> {
                    // comments and instructions say nothing
                }
            }
        }
        return new Declared(name, List.copyOf(needs));
    }

    private void begin() {
        path.addLast(xml.getLocalName());
        text.setLength(0);
        if (build.lists().contains(String.join("/", path))) {
            Map<String, String> fields = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                fields.put("@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
            }
            open.addLast(new Entry(path.size(), xml.getLocation().getLineNumber(), fields));
        }
    }

    private void end() {
        String content = text.toString().strip();
        String here = path.size() <= DEEPEST ? String.join("/", path) : "";
        if (here.equals(build.named())) {
            name = content;
        }
        if (!open.isEmpty() && path.size() == open.getLast().depth + 1) {
            open.getLast().fields.put(path.getLast(), content);
        } else if (!open.isEmpty() && path.size() == open.getLast().depth) {
            closed(open.removeLast());
        }
        path.removeLast();
        text.setLength(0);
    }

    private void closed(Entry entry) {
        boolean counts = build.unless().stream().noneMatch(u -> new TreeSet<>(entry.fields.keySet()).stream()
                .anyMatch(k -> u.equals(k + "=" + entry.fields.get(k))));
        String key = build.key().stream().map(k -> entry.fields.getOrDefault(k, "")).filter(v -> !v.isEmpty())
                .collect(Collectors.joining(":"));
        if (counts && !key.isEmpty()) {
            needs.add(new Need(key, entry.line, ""));
        }
    }
}
