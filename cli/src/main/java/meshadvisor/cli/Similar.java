package meshadvisor.cli;

import static java.util.Comparator.comparingInt;
import static java.util.Locale.ROOT;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class Similar {

    /** Nobody mistypes a longer word, and the table below would grow with it. */
    private static final int LONGEST = 60;

    private Similar() {}

    /** The known word that is nearest to the one written, if it is near enough to be worth asking. */
    static Optional<String> to(String written, Collection<String> known) {
        String lower = written.toLowerCase(ROOT);
        int enough = Math.max(1, written.length() / 3);
        return written.length() > LONGEST ? Optional.empty()
                : known.stream().sorted().min(comparingInt(word -> distance(lower, word.toLowerCase(ROOT))))
                        .filter(word -> distance(lower, word.toLowerCase(ROOT)) <= enough);
    }

    /** How many letters must be put in, left out, replaced or swapped with their neighbour (optimal string alignment). */
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, other, i, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, String other, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
