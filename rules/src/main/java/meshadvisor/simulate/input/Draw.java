package meshadvisor.simulate.input;

import java.util.EnumMap;
import java.util.Map;

/** One value for every input. */
public final class Draw {

    private final Map<Input, Double> values;

    Draw(Map<Input, Double> values) {
        this.values = new EnumMap<>(values);
        for (Input input : Input.values()) {
            if (!values.containsKey(input)) {
                throw new IllegalArgumentException("nothing is said of " + input);
            }
        }
    }

    /** The value of an input, in its unit. */
    public double get(Input input) {
        return values.getOrDefault(input, Double.NaN);
    }

    /** The same with another value for one input. */
    public Draw with(Input input, double value) {
        Map<Input, Double> others = new EnumMap<>(values);
        others.put(input, value);
        return new Draw(others);
    }
}
