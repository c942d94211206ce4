package meshadvisor.checkout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import meshadvisor.model.ClusterSnapshot.Team;
import meshadvisor.model.Place;

/** Finds out who works on what lies under some paths. */
public final class Teams {

    private static final List<String> OWNER_FILES =
            List.of("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".bitbucket/CODEOWNERS", "docs/CODEOWNERS");

    private Teams() {}

    /**
     * The team behind the checkouts in which the paths lie: authors with different e-mail addresses, bots left out, of the commits made
     * in the twelve months that end with a day, and the CODEOWNERS files. The history of the whole checkout counts, not only that of the
     * paths. Authors are not seen where the history is cut off, cannot be read, or begins after the day; only the newest 10,000 commits
     * are looked at.
     *
     * @param paths as the user gave them
     * @param asOf {@code yyyy-mm-dd}
     */
    public static Team of(List<String> paths, String asOf) {
        Map<Path, GitFolder> checkouts = new TreeMap<>();
        for (String path : paths) {
            real(path).flatMap(GitFolder::around).ifPresent(git -> checkouts.put(git.top(), git));
        }
        if (checkouts.isEmpty()) {
            return Team.UNSEEN;
        }
        return new Team(authors(checkouts.values(), Months.endingWith(asOf)), owners(checkouts.keySet()));
    }

    private static Optional<Path> real(String path) {
        try {
            return path.equals("-") ? Optional.empty() : Optional.of(Path.of(path).toRealPath());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static int authors(Iterable<GitFolder> checkouts, Months months) {
        Set<String> addresses = new HashSet<>();
        for (GitFolder git : checkouts) {
            Optional<Set<String>> found = History.authors(git, months);
            if (found.isEmpty()) {
                return Team.UNSEEN.authors();
            }
            addresses.addAll(found.get());
        }
        return addresses.size();
    }

    private static List<Place> owners(Iterable<Path> tops) {
        List<Place> owners = new ArrayList<>();
        for (Path top : tops) {
            for (String name : OWNER_FILES) {
                Path file = top.resolve(name);
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    owners.add(new Place(shown(file), 0, 0));
                }
            }
        }
        return owners;
    }

    /** The path from where the user stands. */
    private static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path shown = here.getRoot().equals(file.getRoot()) ? here.relativize(file) : file;
        return shown.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
