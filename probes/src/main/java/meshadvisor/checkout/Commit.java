package meshadvisor.checkout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One commit.
 *
 * @param author e-mail address in lower case
 * @param time when it was made, in seconds since 1970
 */
record Commit(List<String> parents, String author, long time) {

    Commit {
        parents = List.copyOf(parents);
    }

    /** Reads the headers; the message, and what else stands there, does not matter. */
    static Commit of(byte[] content) throws BrokenRepository {
        List<String> parents = new ArrayList<>();
        String author = "";
        long time = -1;
        for (String line : new String(content, StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isEmpty()) {
                break;
            } else if (line.startsWith("parent ")) {
                parents.add(line.substring("parent ".length()));
            } else if (line.startsWith("author ")) {
                author = address(line);
            } else if (line.startsWith("committer ")) {
                time = time(line);
            }
        }
        if (time < 0) {
            throw new BrokenRepository("a commit has no time");
        }
        return new Commit(parents, author, time);
    }

    /** Whether a program made it: the services that host git give programs such an address. */
    boolean byBot() {
        return author.contains("[bot]@");
    }

    private static String address(String line) {
        int from = line.lastIndexOf('<');
        int to = line.indexOf('>', Math.max(from, 0));
        return from < 0 || to < 0 ? "" : line.substring(from + 1, to).strip().toLowerCase(Locale.ROOT);
    }

    /** {@code committer Name <address> 1700000000 +0100}. */
    private static long time(String line) throws BrokenRepository {
        String[] words = line.substring(line.lastIndexOf('>') + 1).strip().split(" ", -1);
        try {
            return Long.parseLong(words[0]);
        } catch (NumberFormatException e) {
            throw new BrokenRepository("the time of a commit is no number");
        }
    }
}
