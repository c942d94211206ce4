package meshadvisor.format;

import java.util.stream.Collectors;

/** Texts in XML 1.0. Characters that it does not have, and those that nobody sees, are spelled out; line ends stay. */
final class Xml {

    private Xml() {}

    static String attribute(String text) {
        return text(text).replace("\"", "&quot;").replace("\n", "&#10;");
    }

    static String text(String text) {
        String shown =
                text.lines().map(Visible::of).collect(Collectors.joining("\n")).replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff");
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
