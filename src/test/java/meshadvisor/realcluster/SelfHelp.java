package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What programs say of their own verbs and options.
 *
 * @param said by the words that were asked
 */
record SelfHelp(Lab lab, Map<String, String> said) {

    /** Verbs of kubectl that have verbs of their own. */
    private static final Set<String> FAMILIES = Set.of("auth", "config", "create", "rollout", "set", "top");

    /** Verbs that are somebody else's plug-in. */
    private static final Set<String> PLUGINS = Set.of("argo");

    static SelfHelp of(Lab lab) {
        return new SelfHelp(lab, new TreeMap<>());
    }

    private String ask(Stream<String> words) {
        List<String> command = words.toList();
        return said.computeIfAbsent(String.join(" ", command),
                w -> Ended.run(Map.of("KUBECONFIG", lab.admin().toString()), "", command).good());
    }

    void knownToIstioctl(List<String> command) {
        List<String> verb = command.stream().takeWhile(w -> w.matches("[a-z][a-z-]*")).collect(Collectors.toCollection(ArrayList::new));
        String word = verb.get(1).equals("x") ? "experimental" : verb.get(1);
        String help = ask(Stream.concat(verb.stream(), Stream.of("--help")));

        assertThat(help).as("%s", command).contains("istioctl " + word + " ");
        assertThat(options(command)).as("%s", command).allSatisfy(o -> assertThat(help).containsPattern("(?m)(^|\\s)" + o + "[\\s,=]"));
    }

    void knownToKubectl(List<String> command) {
        List<String> words = afterOptions(command.subList(1, command.size()));
        if (PLUGINS.contains(words.getFirst())) {
            return;
        }
        List<String> verb = words.subList(0, !FAMILIES.contains(words.getFirst()) ? 1 : words.get(1).equals("secret") ? 3 : 2).stream()
                .takeWhile(w -> !w.startsWith("-")).toList();
        String help = ask(Stream.of(Stream.of("kubectl"), verb.stream(), Stream.of("--help")).flatMap(w -> w))
                + ask(Stream.of("kubectl", "options"));

        assertThat(help).as("%s", command).contains("kubectl " + verb.getFirst());
        assertThat(options(command)).as("%s", command).allSatisfy(o -> assertThat(help).containsPattern("(?m)(^|[\\s,])" + o + "[,=]"));
    }

    /** What stands behind options, with their values, that come before the verb. */
    private static List<String> afterOptions(List<String> words) {
        int at = 0;
        while (words.get(at).startsWith("-")) {
            at += words.get(at).contains("=") ? 1 : 2;
        }
        return words.subList(at, words.size());
    }

    /** Without those of a command that runs elsewhere. */
    private static List<String> options(List<String> command) {
        return command.stream().takeWhile(w -> !w.equals("--")).filter(w -> w.startsWith("-")).map(w -> w.split("=", 2)[0]).toList();
    }
}
