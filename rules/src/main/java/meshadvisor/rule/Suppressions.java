package meshadvisor.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.model.Text;

/**
 * Suppressions of a file, joined by those that objects carry as annotation {@code suppress.meshadvisor.io/CODE} with the value
 * {@code until=yyyy-mm-dd owner=NAME reason}, of which only the reason is needed. What is malformed, expired, of an unknown rule or not used
 * suppresses nothing and is told.
 */
public record Suppressions(List<Suppression> ofFile) {

    /** Beginning of the name of the annotation. */
    public static final String ANNOTATION = "suppress.meshadvisor.io/";

    /** Findings that are left and those that are suppressed. */
    public record Sorted(List<Finding> kept, List<Silenced> suppressed) {}

    /** A finding and what silences it. */
    public record Silenced(Finding finding, Suppression by) {}

    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
    private static final Pattern VALUE = Pattern.compile("(?s)\\s*(?:until=(\\S+)\\s*)?(?:owner=(\\S+)\\s*)?(.*)");

    /** Suppressions of a file. */
    public Suppressions {
        ofFile = List.copyOf(ofFile);
    }

    /**
     * Sorts findings; what is wrong with a suppression becomes a finding itself.
     *
     * @param rules codes and ids of all rules
     * @param complaints the rule of what is wrong with a suppression
     */
    public Sorted sort(List<Finding> findings, ClusterSnapshot snapshot, Set<String> rules, InputRule complaints) {
        List<Suppression> all = new ArrayList<>(ofFile);
        snapshot.definitions().forEach(m -> annotations(m, all));
        String today = snapshot.origin().asOf();
        List<Finding> kept = new ArrayList<>();
        List<Suppression> valid = new ArrayList<>();
        for (Suppression suppression : all) {
            Optional<String> wrong = wrong(suppression, today, rules);
            wrong.ifPresent(w -> kept.add(complaint(complaints, suppression, w)));
            if (wrong.isEmpty()) {
                valid.add(suppression);
            }
        }
        Set<Suppression> used = new HashSet<>();
        List<Silenced> silenced = new ArrayList<>();
        for (Finding finding : findings) {
            Optional<Suppression> by = valid.stream().filter(s -> covers(s, finding)).findFirst();
            by.ifPresentOrElse(s -> silenced.add(new Silenced(finding, s)), () -> kept.add(finding));
            by.ifPresent(used::add);
        }
        valid.stream().filter(s -> !used.contains(s))
                .forEach(s -> kept.add(complaint(complaints, s, "suppresses nothing: no such finding here")));
        return new Sorted(kept.stream().sorted().distinct().toList(), List.copyOf(silenced));
    }

    private static void annotations(Meta meta, List<Suppression> all) {
        meta.annotations().forEach((name, value) -> {
            if (name.startsWith(ANNOTATION)) {
                all.add(parse(meta.key(), name.substring(ANNOTATION.length()), value));
            }
        });
    }

    private static Suppression parse(ObjectKey key, String rule, Text value) {
        Matcher parts = VALUE.matcher(value.value());
        boolean fits = parts.matches();
        return new Suppression(rule, key.kind(), key.namespace(), key.name(), "", fits ? parts.group(3).strip() : "", group(parts, 2),
                group(parts, 1), value.place());
    }

    private static String group(Matcher parts, int number) {
        return Optional.ofNullable(parts.group(number)).orElse("");
    }

    private static Optional<String> wrong(Suppression suppression, String today, Set<String> rules) {
        if (!rules.contains(suppression.rule())) {
            return Optional.of("names the unknown rule \"" + suppression.rule() + "\"");
        }
        if (suppression.reason().isEmpty()) {
            return Optional.of("gives no reason, so it does not count");
        }
        if (!suppression.until().isEmpty() && !DAY.matcher(suppression.until()).matches()) {
            return Optional.of("has the malformed day \"" + suppression.until() + "\" (yyyy-mm-dd), so it does not count");
        }
        return !suppression.until().isEmpty() && suppression.until().compareTo(today) < 0
                ? Optional.of("expired on " + suppression.until()) : Optional.empty();
    }

    private static Finding complaint(InputRule complaints, Suppression suppression, String what) {
        Place place = suppression.place();
        ObjectKey object = suppression.name().isEmpty() ? new ObjectKey("", "File", "", place.file())
                : new ObjectKey("", suppression.kind(), suppression.namespace(), suppression.name());
        return complaints.finding(object, place, "The suppression of " + suppression.rule() + " " + what + ".");
    }

    private static boolean covers(Suppression suppression, Finding finding) {
        return (suppression.rule().equals(finding.code()) || suppression.rule().equals(finding.rule()))
                && (suppression.kind().isEmpty() || suppression.kind().equals(finding.object().kind()))
                && (suppression.namespace().isEmpty() || suppression.namespace().equals(finding.object().namespace()))
                && (suppression.name().isEmpty() || suppression.name().equals(finding.object().name()))
                && (suppression.file().isEmpty() || fits(suppression.file(), finding.place().file()));
    }

    private static boolean fits(String pattern, String file) {
        String quoted = Pattern.quote(pattern).replace("*", "\\E.*\\Q");
        return Pattern.matches(quoted, file);
    }
}
