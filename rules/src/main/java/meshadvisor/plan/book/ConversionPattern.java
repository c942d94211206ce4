package meshadvisor.plan.book;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Given;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Feature;

/**
 * What a way makes of configuration that was written for another one.
 *
 * @param of codes of the ways
 * @param regex where paths by regular expression stand among the others
 * @param exactFirst whether an exact path comes before a prefix of the same length
 * @param consumers whether a route in the namespace of the caller holds for the calls from there
 * @param entrances whether what acts at gateways only has to be written again, too
 * @param grants whether a backend in another namespace has to be allowed there
 * @param skills of each feature, what becomes of it
 * @param attaching how policies are attached; nothing where they stay as they are
 */
public record ConversionPattern(List<String> of, Regex regex, boolean exactFirst, boolean consumers, boolean entrances, boolean grants,
        List<Skill> skills, Attaching attaching, String source, String date) {

    /** Where paths by regular expression stand. */
    public enum Regex {
        /** Behind every prefix but the one that takes everything; longer expressions first. */
        AFTER_PREFIXES,
        /** Between exact paths and prefixes; longer expressions first. */
        BEFORE_PREFIXES,
        /** As if they were as long as the path of the request. */
        WHOLE_PATH
    }

    /** What becomes of a feature. */
    public enum How {
        /** A field of the route. */
        FIELD,
        /** Annotations of the route. */
        ANNOTATION,
        /** It stays where it is. */
        STAYS,
        /** Nothing: it has to be done in another way. */
        NONE
    }

    /**
     * What becomes of a feature.
     *
     * @param says what else there is to know or to do
     * @param fields annotations, or the fields of a reference, with holes for what was said
     * @param words words of conditions that are known there, and what they are called
     */
    public record Skill(Feature feature, How how, String says, Map<String, String> fields, Map<String, String> words) {
        public Skill {
            Given.needed(feature, "feature");
            how = Given.or(how, How.NONE);
            says = Given.or(says, "");
            fields = Given.map(fields);
            words = Given.map(words);
            if (how != How.FIELD && how != How.ANNOTATION && says.isEmpty()) {
                throw new IllegalArgumentException(Kebab.of(feature) + " is not carried over, so it has to say what to do");
            }
        }
    }

    /**
     * How policies by labels become policies of something that stands before the Service.
     *
     * @param always kinds that have to be attached whatever they say
     * @param judged kinds that have to be attached where they judge HTTP
     * @param entrance the tree of the reference to what stands before a whole namespace
     * @param everywhere the same for the namespace of the control plane, whose policies hold everywhere
     * @param root the namespace of the control plane
     * @param effects what a policy by labels does as long as it stays: {@code allow}, {@code deny}, {@code deny-partly}, {@code other}
     * @param callers what changes for policies about who calls
     */
    public record Attaching(List<String> always, List<String> judged, Map<String, Object> entrance, Map<String, Object> everywhere,
            String root, Map<String, String> effects, String callers) {

        static final Attaching NONE = new Attaching(List.of(), List.of(), Map.of(), Map.of(), "", Map.of(), "");

        public Attaching {
            always = Given.list(always);
            judged = Given.list(judged);
            entrance = Given.map(entrance);
            everywhere = Given.map(everywhere);
            root = Given.or(root, "");
            effects = Given.map(effects);
            callers = Given.or(callers, "");
        }

        /** Whether it says anything about that kind. */
        public boolean concerns(String kind) {
            return always.contains(kind) || judged.contains(kind);
        }
    }

    public ConversionPattern {
        of = Given.list(of);
        Given.needed(regex, "regex");
        skills = Given.list(skills);
        attaching = Given.or(attaching, Attaching.NONE);
        Given.needed(source, "source");
        Given.needed(date, "date");
        Set<Feature> missing = EnumSet.allOf(Feature.class);
        skills.forEach(s -> missing.remove(s.feature()));
        if (!missing.isEmpty() || skills.size() != Feature.values().length) {
            throw new IllegalArgumentException("each feature has one skill; missing: "
                    + missing.stream().map(Kebab::of).collect(Collectors.joining(", ")));
        }
    }

    /** What becomes of a feature. */
    public Skill skill(Feature feature) {
        return skills.stream().filter(s -> s.feature() == feature).findFirst().orElseThrow();
    }
}
