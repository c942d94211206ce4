package meshadvisor.catalog;

import java.util.List;

/**
 * A file that says what a program needs.
 *
 * @param files names of the file, {@code *} for any text
 * @param lists where dependencies stand: a path of keys or elements, with {@code /} between them; {@code *} for any key
 * @param key of XML: children, or attributes with {@code @} in front, whose texts are joined by {@code :}
 * @param unless of XML: {@code child=text}, with which an entry counts for nothing
 * @param patterns of lines: each with a group that is called name
 * @param except of lines: what must not stand in the line
 * @param exceptNext of lines: what must not stand in the comment that follows
 * @param notBetween of lines: blocks that count for nothing
 * @param named where the name of the program stands: a path as in {@code lists}, or for lines a pattern with a group that is called name
 * @param inherited whether programs in folders below have these dependencies, too, though they have build files of their own
 * @param aliases whether it only gives dependencies names, by which the build files below speak of them; the word before the name
 */
public record BuildFile(List<String> files, Format format, List<String> lists, List<String> key, List<String> unless,
        List<String> patterns, String except, String exceptNext, List<Between> notBetween, String named, boolean inherited,
        String aliases) {

    /** How it is written. */
    public enum Format {
        XML, JSON, TOML, LINES
    }

    /** A block of lines. */
    public record Between(String from, String to) {
        public Between {
            Language.pattern(Given.needed(from, "from"));
            Language.pattern(Given.needed(to, "to"));
        }
    }

    public BuildFile {
        files = Given.list(files);
        Given.needed(format, "format");
        lists = Given.list(lists);
        key = Given.list(key);
        unless = Given.list(unless);
        patterns = Given.list(patterns);
        patterns.forEach(Language::pattern);
        except = Given.or(except, "");
        exceptNext = Given.or(exceptNext, "");
        Language.pattern(except);
        Language.pattern(exceptNext);
        notBetween = Given.list(notBetween);
        named = Given.or(named, "");
        aliases = Given.or(aliases, "");
    }
}
