package meshadvisor.cost.money;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.overhead.Part;

/**
 * An answer with everything that makes its sheet.
 *
 * @param id of the variant or code of the answer
 * @param mesh id of the mesh, empty where it is none
 * @param own what it is counted by that others are not
 * @param unseen what could not be predicted of it
 */
record Option(String id, String name, String mesh, List<Part> parts, List<Item> items, List<Nothing> nothing, Map<Driver, Factor> own,
        List<String> unseen) {

    Option {
        parts = List.copyOf(parts);
        items = List.copyOf(items);
        nothing = List.copyOf(nothing);
        own = Map.copyOf(own);
        unseen = List.copyOf(unseen);
    }

    /** The same with other items on the lines of these. */
    Option with(List<Item> others) {
        Set<LineKind> said = others.stream().map(Item::line).collect(Collectors.toSet());
        return new Option(id, name, mesh, parts, Costs.both(items.stream().filter(i -> !said.contains(i.line())).toList(), others),
                nothing.stream().filter(n -> !said.contains(n.line())).toList(), own, unseen);
    }

    /** Several answers side by side: what adds to a line for one of them is not undone by what adds nothing for another. */
    static Option together(String id, List<Option> options) {
        List<Part> parts = options.stream().flatMap(o -> o.parts.stream()).toList();
        List<Item> items = options.stream().flatMap(o -> o.items.stream()).toList();
        Set<LineKind> told = items.stream().map(Item::line).collect(Collectors.toSet());
        List<Nothing> nothing = options.stream().flatMap(o -> o.nothing.stream())
                .filter(n -> !told.contains(n.line()) && (parts.isEmpty() || !n.line().compute())).toList();
        String name = options.stream().map(Option::name).collect(Collectors.joining(" + "));
        return new Option(id, name, "", parts, items, nothing, Map.of(), options.stream().flatMap(o -> o.unseen.stream()).toList());
    }
}
