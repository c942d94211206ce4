package meshadvisor.format;

import java.util.List;

/**
 * Tests of a CI system and how they ended, as JUnit XML in the dialect of Jenkins.
 *
 * @param suite what all of them are tests of
 * @param said by the suite as a whole
 */
record Junit(String name, String suite, List<Case> cases, String said) {

    /** A test. */
    record Case(String classname, String name, End end) {}

    /** How a test ended. */
    sealed interface End {

        /** It passed, and said something or nothing. */
        record Passed(String said) implements End {}

        /** What was tested is not as it should be. */
        record Failed(Trouble trouble) implements End {}

        /** It could not be tested. */
        record Unsettled(Trouble trouble) implements End {}

        /** It was not tested, and why. */
        record Skipped(String why) implements End {}
    }

    /** What is wrong. */
    record Trouble(String type, String message, String details) {}

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** The text of the file. */
    String text() {
        StringBuilder out = new StringBuilder(HEAD);
        String counts = attribute("tests", cases.size()) + attribute("failures", count(End.Failed.class))
                + attribute("errors", count(End.Unsettled.class));
        out.append("<testsuites").append(attribute("name", name)).append(attribute("time", 0)).append(counts).append(">\n");
        out.append("  <testsuite").append(attribute("name", suite)).append(attribute("time", 0)).append(counts)
                .append(attribute("skipped", count(End.Skipped.class))).append(">\n");
        cases.forEach(each -> out.append(text(each)));
        out.append("    <system-out>").append(Xml.text(said)).append("</system-out>\n");
        return out.append("  </testsuite>\n</testsuites>\n").toString();
    }

    private long count(Class<? extends End> kind) {
        return cases.stream().map(Case::end).filter(kind::isInstance).count();
    }

    private static String text(Case each) {
        String head = "    <testcase" + attribute("classname", each.classname) + attribute("name", each.name) + attribute("time", 0);
        String inside = switch (each.end) {
            case End.Passed(String said) -> said.isEmpty() ? "" : "<system-out>" + Xml.text(said) + "</system-out>";
            case End.Failed(Trouble trouble) -> element("failure", trouble);
            case End.Unsettled(Trouble trouble) -> element("error", trouble);
            case End.Skipped(String why) -> "<skipped" + attribute("message", why) + "/>";
        };
        return inside.isEmpty() ? head + "/>\n" : head + ">\n      " + inside + "\n    </testcase>\n";
    }

    private static String element(String name, Trouble trouble) {
        return "<" + name + attribute("type", trouble.type) + attribute("message", trouble.message) + ">" + Xml.text(trouble.details) + "</"
                + name + ">";
    }

    private static String attribute(String name, Object value) {
        return " " + name + "=\"" + Xml.attribute(value.toString()) + "\"";
    }
}
