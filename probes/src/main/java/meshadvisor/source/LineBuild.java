package meshadvisor.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.catalog.BuildFile;
import meshadvisor.source.Declared.Need;

/** Reads build files that are programs or lists themselves, line by line. */
final class LineBuild {

    private static final int LONGEST_LINE = 1_000;
    private static final int MOST_NEEDS = 20_000;

    private final BuildFile build;
    private final List<Pattern> patterns;
    private final Pattern named;
    private final List<Between> blocks;
    private final List<Need> needs = new ArrayList<>();
    private String name = "";
    private Pattern until = Pattern.compile("");
    private boolean inBlock;

    private record Between(Pattern from, Pattern to) {}

    private LineBuild(BuildFile build) {
        this.build = build;
        this.patterns = build.patterns().stream().map(Pattern::compile).toList();
        this.named = Pattern.compile(build.named());
        this.blocks = build.notBetween().stream().map(b -> new Between(Pattern.compile(b.from()), Pattern.compile(b.to()))).toList();
    }

    static Declared read(BuildFile build, String text) {
        LineBuild reading = new LineBuild(build);
        List<String> lines = text.lines().map(l -> l.length() > LONGEST_LINE ? "" : l).toList();
        for (int i = 0; i < lines.size() && reading.needs.size() < MOST_NEEDS; i++) {
            reading.line(lines, i);
        }
        return new Declared(reading.name, List.copyOf(reading.needs));
    }

    private void line(List<String> lines, int index) {
        String line = lines.get(index);
        if (inBlock) {
            inBlock = !until.matcher(line).find();
            return;
        }
        for (Between block : blocks) {
            if (block.from.matcher(line).find()) {
                inBlock = true;
                until = block.to;
                return;
            }
        }
        Matcher called = named.matcher(line);
        if (!build.named().isEmpty() && name.isEmpty() && called.find()) {
            name = called.group("name");
        }
        if (build.except().isEmpty() || !Pattern.compile(build.except()).matcher(line).find()) {
            boolean indirect = !build.exceptNext().isEmpty() && indirect(lines, index);
            patterns.stream().filter(p -> !indirect).forEach(p -> p.matcher(line).results()
                    .forEach(m -> needs.add(new Need(name(m), index + 1, ""))));
        }
    }

    private static String name(MatchResult found) {
        return found.namedGroups().containsKey("group") ? found.group("group") + ":" + found.group("name") : found.group("name");
    }

    /** A comment behind it, or those on the lines that follow, may say what brought it here. */
    private boolean indirect(List<String> lines, int index) {
        StringBuilder comments = new StringBuilder();
        int hash = lines.get(index).indexOf('#');
        comments.append(hash < 0 ? "" : lines.get(index).substring(hash)).append('\n');
        for (int i = index + 1; i < lines.size() && lines.get(i).strip().startsWith("#"); i++) {
            comments.append(lines.get(i).strip()).append('\n');
        }
        return Pattern.compile(build.exceptNext(), Pattern.DOTALL).matcher(comments).find();
    }
}
