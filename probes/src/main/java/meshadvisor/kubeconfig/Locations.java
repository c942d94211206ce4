package meshadvisor.kubeconfig;

import java.io.File;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where kubeconfigs are: {@code --kubeconfig} alone, else those of {@code KUBECONFIG}, else {@code ~/.kube/config}. */
record Locations(List<Path> files, String named) {

    static Locations of(Flags flags, Environment environment, Remarks remarks) {
        if (flags.kubeconfig().isPresent()) {
            return new Locations(List.of(environment.workingFolder().resolve(flags.kubeconfig().get())), "--kubeconfig");
        }
        Optional<String> list = environment.variable("KUBECONFIG");
        if (list.isPresent()) {
            return new Locations(paths(list.get(), environment.workingFolder(), remarks), "KUBECONFIG");
        }
        return new Locations(List.of(environment.home().resolve(".kube").resolve("config")), "");
    }

    private static List<Path> paths(String list, Path folder, Remarks remarks) {
        Set<Path> paths = new LinkedHashSet<>();
        for (String text : list.split(Pattern.quote(File.pathSeparator))) {
            try {
                if (!text.isEmpty()) {
                    paths.add(folder.resolve(text));
                }
            } catch (InvalidPathException e) {
                remarks.mistake("KUBECONFIG", "\"" + Shown.of(text) + "\" is no path.", "Correct the variable.");
            }
        }
        return List.copyOf(paths);
    }

    /** Reads each file once. A missing file is a mistake only if it was named by {@code --kubeconfig}. */
    List<ConfigFile> read(Remarks remarks) {
        List<ConfigFile> read = new ArrayList<>();
        for (Path file : files) {
            try {
                ConfigFile.parse(file, SmallFile.bytes(file, (int) ConfigFile.LIMITS.fileBytes()), remarks).ifPresent(read::add);
            } catch (NoSuchFileException e) {
                if (named.equals("--kubeconfig")) {
                    remarks.mistake(named, "The file " + Shown.of(file.toString()) + " does not exist.", "Correct the path.");
                }
            } catch (IOException e) {
                remarks.mistake(Shown.of(file.toString()), "This kubeconfig cannot be read: " + SmallFile.why(e) + ".",
                        "Make it readable for this user, or name another with --kubeconfig.");
            }
        }
        return read;
    }
}
