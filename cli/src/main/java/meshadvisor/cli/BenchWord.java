package meshadvisor.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import meshadvisor.bench.Load;
import meshadvisor.bench.Order;
import meshadvisor.catalog.Kebab;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A word for a choice as people write it, such as {@code fan-out}.
 *
 * @param choices all of them
 */
record BenchWord<E extends Enum<E>>(List<E> choices) implements ITypeConverter<E> {

    /** Has a command line understand the words of a benchmark, and those below it, too. */
    static CommandLine understood(CommandLine command) {
        return command.registerConverter(Load.Shape.class, of(Load.Shape.values()))
                .registerConverter(Load.Protocol.class, of(Load.Protocol.values()))
                .registerConverter(Order.Scenario.class, of(Order.Scenario.values()))
                .registerConverter(Order.Method.class, of(Order.Method.values()))
                .registerConverter(Order.Placement.class, of(Order.Placement.values()))
                .registerConverter(Order.Program.class, of(Order.Program.values()));
    }

    private static <E extends Enum<E>> BenchWord<E> of(E[] choices) {
        return new BenchWord<>(Arrays.asList(choices));
    }

    @Override
    public E convert(String word) {
        List<String> known = choices.stream().map(Kebab::of).toList();
        return choices.stream().filter(choice -> Kebab.of(choice).equals(word.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new TypeConversionException("unknown word \"" + word + "\"; " + Known.hint(word, known)));
    }
}
