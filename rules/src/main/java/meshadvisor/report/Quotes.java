package meshadvisor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Fact;

/** Puts facts into one text that refers to them, numbers their sources, and lists these. */
final class Quotes {

    private static final Pattern REFERENCE = Pattern.compile("\\{([a-z0-9-]+:[a-z0-9-]+)(\\.value)?\\}");

    private final Facts facts;
    private final String where;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** Takes the document that the text stands in, for mistakes. */
    Quotes(Facts facts, String where) {
        this.facts = facts;
        this.where = where;
    }

    /** The text with every reference replaced by what it refers to and the number of the source. */
    String fill(String text) {
        Matcher references = REFERENCE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (references.find()) {
            Fact fact = facts.of(references.group(1), where);
            String said = references.group(2) == null ? fact.says() : value(fact, references.group(1));
            references.appendReplacement(filled, Matcher.quoteReplacement(said.strip() + " [" + number(fact) + "]"));
        }
        references.appendTail(filled);
        if (REFERENCE.matcher(text).replaceAll("").contains("{")) {
            throw new CatalogueMistake(where, "has a brace that is no reference to a fact, as {vendor:fact} or {vendor:fact.value}");
        }
        return filled.toString();
    }

    private String value(Fact fact, String reference) {
        if (fact.value().isEmpty()) {
            throw new CatalogueMistake(where, "wants the value of the fact \"" + reference + "\", which has none");
        }
        return fact.value();
    }

    private int number(Fact fact) {
        return numbers.computeIfAbsent(Citation.of(fact).words(), w -> numbers.size() + 1);
    }

    /** What the numbers stand for; no section if nothing was quoted. */
    List<Section> sources() {
        List<Block> items = new ArrayList<>();
        int width = ("[" + numbers.size() + "]").length();
        numbers.forEach((words, number) -> items.add(new Block.Item(0, padded("[" + number + "]", width), words)));
        return items.isEmpty() ? List.of() : List.of(new Section("Sources", items));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
