package meshadvisor.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are nobody's names: they stay as they are. Some are known as a part only, where a pattern of the catalogue has a star beside them.
 *
 * @param whole words in lower case
 * @param parts of words
 */
record KnownWords(Set<String> whole, List<Part> parts) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int SHORTEST_PART = 3;

    /** A known part of a word, which may have something before and after it. */
    record Part(String text, boolean begins, boolean ends) {

        /** Where it stands in a word that fits, else empty. */
        Optional<Integer> in(String word) {
            int at = begins ? word.startsWith(text) ? 0 : -1
                    : ends ? word.endsWith(text) ? word.length() - text.length() : -1
                            : word.indexOf(text);
            return at < 0 ? Optional.empty() : Optional.of(at);
        }
    }

    /**
     * Known words.
     *
     * @param patterns whose words are known, {@code *} standing for any text
     */
    static KnownWords of(Collection<String> words, Collection<String> patterns) {
        Set<String> whole = new HashSet<>();
        List<Part> parts = new ArrayList<>();
        words.forEach(w -> whole.add(w.toLowerCase(Locale.ROOT)));
        for (String pattern : patterns) {
            Matcher word = WORD.matcher(pattern);
            while (word.find()) {
                String text = word.group().toLowerCase(Locale.ROOT);
                boolean before = word.start() > 0 && pattern.charAt(word.start() - 1) == '*';
                boolean after = word.end() < pattern.length() && pattern.charAt(word.end()) == '*';
                whole.add(text);
                if ((before || after) && text.length() >= SHORTEST_PART) {
                    parts.add(new Part(text, !before, !after));
                }
            }
        }
        // the longest first: of grafana and graf the first tells more
        parts.sort((a, b) -> a.text.length() != b.text.length() ? b.text.length() - a.text.length() : a.text.compareTo(b.text));
        return new KnownWords(Set.copyOf(whole), parts.stream().distinct().toList());
    }

    /** These and more words. */
    KnownWords and(Collection<String> more) {
        Set<String> all = new HashSet<>(whole);
        all.addAll(more);
        return new KnownWords(Set.copyOf(all), parts);
    }

    boolean has(String word) {
        return whole.contains(word.toLowerCase(Locale.ROOT));
    }
}
