package meshadvisor.simulate.input;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is thought possible, for every input. */
public record Space(Map<Input, Prior> priors) {

    public Space {
        priors = new EnumMap<>(priors);
    }

    /** Of a list that has every input. */
    public static Space of(List<Prior> all) {
        Map<Input, Prior> priors = new EnumMap<>(Input.class);
        all.forEach(prior -> priors.put(prior.input(), prior));
        return new Space(priors);
    }

    /** The same, where others know better. */
    public Space with(Collection<Prior> better) {
        Map<Input, Prior> both = new EnumMap<>(priors);
        better.forEach(prior -> both.put(prior.input(), prior));
        return new Space(both);
    }

    /** The values at a point. */
    public Draw draw(Sample sample) {
        Map<Input, Double> values = new EnumMap<>(Input.class);
        priors.forEach((input, prior) -> values.put(input, prior.at(sample.share(input))));
        return new Draw(values);
    }

    /** The inputs of which only a range is known, in the order of the inputs. */
    public List<Prior> open() {
        return priors.values().stream().filter(Prior::open).toList();
    }

    /** The inputs that are known. */
    public List<Prior> known() {
        return priors.values().stream().filter(prior -> !prior.open()).toList();
    }
}
