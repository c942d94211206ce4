package meshadvisor.cli;

import static java.util.Locale.ROOT;

/** How a list of the knowledge is printed. */
enum ListFormat {
    TABLE, JSON;

    @Override
    public String toString() {
        return name().toLowerCase(ROOT);
    }
}
