package meshadvisor.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files of stages stand: all commands of a plan are run in its folder.
 *
 * @param paths of the files of stages, by their names; of several stages with a file of that name the last one counts
 */
record FilePaths(Map<String, String> paths) {

    private static final Pattern NAME = Pattern.compile("(?<![\\w./$-])[\\w.-]+\\.yaml(?![\\w./-])");

    FilePaths {
        paths = Map.copyOf(paths);
    }

    /** With the files of another stage. */
    FilePaths with(String folder, List<PlanFile> files) {
        Map<String, String> all = new HashMap<>(paths);
        files.forEach(f -> all.put(f.name(), folder + "/" + f.name()));
        return new FilePaths(all);
    }

    /** Its commands as they are typed in the folder of the plan. */
    List<Action> in(List<Action> actions) {
        return actions.stream().map(a -> new Action(a.says(), a.commands().stream().map(c -> c.stream().map(this::word).toList()).toList(),
                a.expect(), a.file(), a.doubt(), a.leftOut())).toList();
    }

    private String word(String word) {
        return NAME.matcher(word).replaceAll(found -> Matcher.quoteReplacement(paths.getOrDefault(found.group(), found.group())));
    }
}
