package meshadvisor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.cost.Range;
import meshadvisor.report.Saved.Figure;
import meshadvisor.report.Saved.Found;
import meshadvisor.report.Saved.Need;

/**
 * What is not the same in two reports of one system.
 *
 * @param causes what explains another verdict; none where it is the same
 * @param needs those that are stated, observed or answered in another way
 * @param fresh findings that were not there
 * @param solved findings that are no longer there
 * @param altered findings that are there as before, but worse or better, or that matter now and did not
 * @param stayed how many are in both, and alike
 * @param figures that both have and that are not equal
 */
public record Changes(Saved before, Saved after, List<Cause> causes, List<OfNeed> needs, List<Found> fresh, List<Found> solved,
        List<OfFound> altered, int stayed, List<OfFigure> figures) {

    /** Why a verdict is another. Sealed, so that every text knows every reason. */
    public sealed interface Cause {
        /** The earlier report said that it would be so. */
        record Foretold(String fact, String to) implements Cause {}

        /** A need is stated in another way. */
        record Stated(Need before, Need after) implements Cause {}

        /** A need is observed in another way. */
        record Observed(Need before, Need after) implements Cause {}

        /** A need is answered in another way, although nobody stated anything else. */
        record Answered(Need before, Need after) implements Cause {}

        /** There are more application services, or fewer. */
        record Counted(int before, int after) implements Cause {}

        /** Other meshes were seen. */
        record Meshes(List<String> before, List<String> after) implements Cause {}

        /** A number that decides is another. */
        record Limited(String id, String before, String after) implements Cause {}
    }

    /** A need before and after. */
    public record OfNeed(Need before, Need after) {}

    /** A finding before and after. */
    public record OfFound(Found before, Found after) {}

    /** A figure before and after. */
    public record OfFigure(Figure before, Figure after) {

        /** Whether the ranges have nothing in common. Where they have, the change may be none: both are as uncertain as they are wide. */
        public boolean apart() {
            Range first = before.range();
            Range second = after.range();
            return first.high() < second.low() || second.high() < first.low();
        }
    }

    /** Compares them. */
    public static Changes of(Saved before, Saved after) {
        List<OfNeed> needs = pairs(before.needs(), after.needs(), Need::id).filter(pair -> !same(pair.first, pair.second))
                .map(pair -> new OfNeed(pair.first, pair.second)).toList();
        List<Found> solved = new ArrayList<>(before.findings());
        List<Found> fresh = after.findings().stream().filter(found -> !solved.remove(found)).toList();
        List<OfFigure> figures = pairs(before.figures(), after.figures(), figure -> figure.what() + figure.unit())
                .filter(pair -> !pair.first.range().equals(pair.second.range())).map(pair -> new OfFigure(pair.first, pair.second))
                .toList();
        int stayed = after.findings().size() - fresh.size();
        List<Found> news = new ArrayList<>();
        List<OfFound> altered = new ArrayList<>();
        fresh.forEach(found -> solved.stream().filter(other -> alike(other, found)).findFirst().ifPresentOrElse(other -> {
            solved.remove(other);
            altered.add(new OfFound(other, found));
        }, () -> news.add(found)));
        Changes changes = new Changes(before, after, List.of(), needs, List.copyOf(news), List.copyOf(solved), List.copyOf(altered), stayed,
                figures);
        return changes.anotherVerdict() ? changes.with(causes(before, after, needs).toList()) : changes;
    }

    /** Whether the verdict is another one, however sure. */
    public boolean anotherVerdict() {
        return !before.verdict().outcome().equals(after.verdict().outcome()) || !before.verdict().mesh().equals(after.verdict().mesh());
    }

    /** Whether nothing at all is another. */
    public boolean none() {
        return !anotherVerdict() && before.verdict().confidence().equals(after.verdict().confidence()) && needs.isEmpty() && fresh.isEmpty()
                && solved.isEmpty() && altered.isEmpty() && figures.isEmpty() && more(Saved::gaps).isEmpty() && fewer(Saved::gaps).isEmpty()
                && more(Saved::services).isEmpty() && fewer(Saved::services).isEmpty();
    }

    /** What only the later report has. */
    public List<String> more(Function<Saved, List<String>> of) {
        return of.apply(after).stream().filter(each -> !of.apply(before).contains(each)).distinct().toList();
    }

    /** What only the earlier report has. */
    public List<String> fewer(Function<Saved, List<String>> of) {
        return of.apply(before).stream().filter(each -> !of.apply(after).contains(each)).distinct().toList();
    }

    private Changes with(List<Cause> explained) {
        return new Changes(before, after, explained, needs, fresh, solved, altered, stayed, figures);
    }

    private static boolean alike(Found first, Found second) {
        return first.code().equals(second.code()) && first.object().equals(second.object());
    }

    private static boolean same(Need first, Need second) {
        return first.stated().equals(second.stated()) && first.observed().equals(second.observed())
                && first.answer().equals(second.answer());
    }

    private static Stream<Cause> causes(Saved before, Saved after, List<OfNeed> needs) {
        Stream<Cause> foretold = before.verdict().flips().stream()
                .filter(flip -> flip.outcome().equals(after.verdict().outcome()))
                .filter(flip -> needs.stream()
                        .anyMatch(need -> need.after.id().equals(flip.fact()) && need.after.stated().equals(flip.to())))
                .map(flip -> new Cause.Foretold(flip.fact(), flip.to()));
        Stream<Cause> counted = before.services().size() == after.services().size() ? Stream.of()
                : Stream.of(new Cause.Counted(before.services().size(), after.services().size()));
        Stream<Cause> meshes = before.meshes().equals(after.meshes()) ? Stream.of()
                : Stream.of(new Cause.Meshes(before.meshes(), after.meshes()));
        Stream<Cause> limits = pairs(before.limits(), after.limits(), Saved.Limit::id)
                .filter(pair -> !pair.first.value().equals(pair.second.value()))
                .map(pair -> new Cause.Limited(pair.first.id(), pair.first.value(), pair.second.value()));
        return Stream.of(foretold, needs.stream().map(Changes::cause), counted, meshes, limits).flatMap(all -> all);
    }

    private static Cause cause(OfNeed need) {
        return !need.before.stated().equals(need.after.stated()) ? new Cause.Stated(need.before, need.after)
                : !need.before.observed().equals(need.after.observed()) ? new Cause.Observed(need.before, need.after)
                        : new Cause.Answered(need.before, need.after);
    }

    private record Pair<T>(T first, T second) {}

    /** Those that both have, in the order of the second. */
    private static <T> Stream<Pair<T>> pairs(List<T> first, List<T> second, Function<T, String> key) {
        Map<String, T> byKey = new LinkedHashMap<>();
        first.forEach(each -> byKey.putIfAbsent(key.apply(each), each));
        return second.stream().map(each -> Optional.ofNullable(byKey.get(key.apply(each))).map(other -> new Pair<>(other, each)))
                .flatMap(Optional::stream);
    }
}
