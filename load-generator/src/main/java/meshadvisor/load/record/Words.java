package meshadvisor.load.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Constants as files and people write them. */
final class Words {

    private Words() {}

    /** TOO_LARGE is "too-large"; a quantile has a word of its own. */
    static String of(Enum<?> constant) {
        return constant instanceof Quantile quantile ? quantile.word() : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant of a word, or none. */
    static Optional<Enum<?>> constant(Class<?> type, String word) {
        return Arrays.stream(type.getEnumConstants()).<Enum<?>>map(each -> (Enum<?>) each).filter(each -> of(each).equals(word))
                .findFirst();
    }
}
