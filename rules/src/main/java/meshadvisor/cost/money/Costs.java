package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;

/**
 * What the catalogue knows of costs.
 *
 * @param answers of answers that are no mesh
 * @param meshes what every mesh costs
 * @param variants what differs
 * @param kinds what resources of meshes are worth elsewhere
 */
public record Costs(List<AnswerCosts> answers, AnswerCosts meshes, List<VariantCosts> variants, List<OwnKind> kinds) {

    public Costs {
        answers = List.copyOf(answers);
        variants = List.copyOf(variants);
        kinds = List.copyOf(kinds);
    }

    /** Reads all of it. A line of an answer that has neither an item nor a reason is a mistake. */
    public static Costs of(Library library) {
        List<AnswerCosts> answers = library.readAll("costs/answers/", ".yaml", AnswerCosts.class);
        AnswerCosts meshes = library.readAll("costs/meshes", ".yaml", AnswerCosts.class).stream().findFirst()
                .orElseGet(() -> new AnswerCosts("MESH", List.of(), List.of(), List.of()));
        List<VariantCosts> variants = new ArrayList<>();
        List<OwnKind> kinds = new ArrayList<>();
        for (String path : library.paths("meshes/", "/costs.yaml")) {
            variants.addAll(library.readList(path, "variants", VariantCosts.class));
            kinds.addAll(library.readList(path, "kinds", OwnKind.class));
        }
        answers.forEach(a -> check("costs/answers: " + a.answer(), a.parts().isEmpty(), a.items(), a.nothing()));
        variants.forEach(
                v -> check("costs.yaml: " + v.variant(), false, both(meshes.items(), v.items()), both(meshes.nothing(), v.nothing())));
        return new Costs(answers, meshes, variants, kinds);
    }

    private static void check(String where, boolean withoutParts, List<Item> items, List<Nothing> nothing) {
        for (LineKind kind : LineKind.values()) {
            boolean told = items.stream().anyMatch(i -> i.line() == kind) || nothing.stream().anyMatch(n -> n.line() == kind);
            boolean follows = kind == LineKind.CREDITS || kind.compute() && !(withoutParts && kind == LineKind.COMPUTE_NODES);
            if (!told && !follows) {
                throw new CatalogueMistake(where, "the line " + kind + " has neither an item nor a reason under \"nothing\"");
            }
        }
    }

    static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    Optional<VariantCosts> variant(String id) {
        return variants.stream().filter(v -> v.variant().equals(id)).findFirst();
    }
}
