package meshadvisor.load.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import meshadvisor.load.schedule.Distribution.Exponential;
import meshadvisor.load.schedule.Distribution.Fixed;
import meshadvisor.load.schedule.Distribution.Lognormal;
import meshadvisor.load.schedule.Distribution.Mixture;
import meshadvisor.load.schedule.Distribution.Pareto;
import meshadvisor.load.schedule.Distribution.Part;
import meshadvisor.load.schedule.Distribution.Uniform;

/** Distributions as they are written on the command line. */
public final class Distributions {

    private static final Pattern CALL = Pattern.compile("([a-z]+)\\((.*)\\)");
    private static final String KNOWN = "known are 2ms, uniform(1ms,3ms), exponential(2ms), lognormal(2ms,0.5), pareto(1ms,1.5,2s) and"
            + " mix(90:1ms,10:20ms), for sizes with 100, 4KiB or 1MiB";

    private Distributions() {}

    /**
     * Reads a distribution.
     *
     * @throws IllegalArgumentException whose message is a sentence for the user
     */
    public static Distribution parse(String text, Unit unit) {
        var call = CALL.matcher(text.strip());
        if (!call.matches()) {
            return new Fixed(unit.parse(text));
        }
        var arguments = List.of(call.group(2).split(",", -1));
        return switch (call.group(1)) {
            case "uniform" -> uniform(text, arguments, unit);
            case "exponential" -> new Exponential(unit.parse(counted(text, arguments, 1).getFirst()));
            case "lognormal" ->
                    new Lognormal(unit.parse(counted(text, arguments, 2).getFirst()), number(arguments.get(1), value -> value >= 0));
            case "pareto" -> pareto(text, arguments, unit);
            case "mix" -> mixture(arguments, unit);
            default -> throw new IllegalArgumentException("\"" + text + "\" is not a distribution; " + KNOWN);
        };
    }

    private static Distribution uniform(String text, List<String> arguments, Unit unit) {
        long least = unit.parse(counted(text, arguments, 2).getFirst());
        long most = unit.parse(arguments.get(1));
        requireOrder(text, least, most);
        return new Uniform(least, most);
    }

    private static Distribution pareto(String text, List<String> arguments, Unit unit) {
        long least = unit.parse(counted(text, arguments, 3).getFirst());
        double alpha = number(arguments.get(1), value -> value > 0);
        long most = unit.parse(arguments.get(2));
        requireOrder(text, least, most);
        return new Pareto(least, alpha, most);
    }

    private static void requireOrder(String text, long least, long most) {
        if (least > most) {
            throw new IllegalArgumentException("\"" + text + "\" begins above its end");
        }
    }

    private static Distribution mixture(List<String> arguments, Unit unit) {
        var parts = new ArrayList<Part>();
        double sum = 0;
        for (var argument : arguments) {
            var part = argument.split(":", -1);
            if (part.length != 2) {
                throw new IllegalArgumentException("\"" + argument + "\" is not a weight and a value like 90:1ms");
            }
            sum += number(part[0], value -> value > 0);
            parts.add(new Part(sum, unit.parse(part[1])));
        }
        return new Mixture(parts);
    }

    private static List<String> counted(String text, List<String> arguments, int wanted) {
        if (arguments.size() != wanted) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" has " + arguments.size() + " values where " + wanted + " belong; " + KNOWN);
        }
        return arguments;
    }

    private static double number(String text, DoublePredicate allowed) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value) && allowed.test(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are out of range.
        }
        throw new IllegalArgumentException("\"" + text + "\" is not a number that is allowed here");
    }
}
