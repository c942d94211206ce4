package meshadvisor.catalog;

import java.util.Locale;

/** How constants of the program are spelled in documents and in reports: {@code DATA_PLANE} is {@code data-plane}. */
public final class Kebab {

    private Kebab() {}

    /** The word of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
