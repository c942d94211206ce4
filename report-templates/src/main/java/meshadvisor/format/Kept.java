package meshadvisor.format;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A place in a file that this program wrote before; a question that has no answer gives an empty one. */
public interface Kept {

    /** What stands under a name. */
    Kept get(String name);

    /** The items of a list, none of anything else. */
    List<Kept> items();

    /** A text or a number as it is written, empty for everything else. */
    String text();

    /** Whether anything stands here. */
    boolean present();

    /** The items, read. */
    default <T> List<T> all(Function<Kept, T> reading) {
        return items().stream().map(reading).toList();
    }

    /**
     * The number.
     *
     * @throws IllegalArgumentException if none stands here
     */
    default double number() {
        return Double.parseDouble(text());
    }

    /** The whole number, 0 where there is none. */
    default int whole() {
        return present() ? Integer.parseInt(text()) : 0;
    }

    /**
     * The constant that is spelled so.
     *
     * @throws IllegalArgumentException if there is none
     */
    default <E extends Enum<E>> E one(Class<E> of) {
        return Enum.valueOf(of, text().toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
