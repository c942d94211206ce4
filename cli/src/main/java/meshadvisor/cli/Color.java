package meshadvisor.cli;

import static java.util.Locale.ROOT;

/** When to colour what a stream gets. Meaning never hangs on colour alone. */
enum Color {
    AUTO, ALWAYS, NEVER;

    /** A wish on the command line goes before the environment; without one, only a terminal that can is coloured. */
    boolean on(Stream stream, Outside outside) {
        return switch (this) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> outside.terminal().streams().contains(stream) && environmentAllows(outside);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(ROOT);
    }

    private static boolean environmentAllows(Outside outside) {
        boolean refused = !outside.env().getOrDefault("NO_COLOR", "").isEmpty();
        return !refused && !outside.env().getOrDefault("TERM", "").equals("dumb");
    }
}
