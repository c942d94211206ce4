package meshadvisor.simulate.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;

/**
 * What the catalogue knows of surges.
 *
 * @param priors of every input, for a cluster of which nothing is known and without a mesh
 * @param models of the variants, by path
 * @param remedies that every mesh knows, single ones before those that consist of others
 */
public record Surges(Space priors, List<SurgeModel> models, List<Remedy> remedies, List<Scenario> scenarios) {

    private static final String PRIORS = "surge/priors.yaml";
    private static final String REMEDIES = "surge/remedies.yaml";

    /** Reads all of it, and refuses what does not fit together. */
    public static Surges of(Library library) {
        List<SurgeModel> models = library.paths("meshes/", "/surge.yaml").stream()
                .flatMap(path -> library.readList(path, "variants", SurgeModel.class).stream()).toList();
        Surges read = new Surges(Space.of(library.readList(PRIORS, "priors", Prior.class)), models,
                library.readList(REMEDIES, "remedies", Remedy.class), library.readAll("surge/scenarios/", ".yaml", Scenario.class));
        for (Input input : Input.values()) {
            if (!read.priors.priors().containsKey(input)) {
                throw new CatalogueMistake(PRIORS, "nothing is said of " + input);
            }
        }
        read.scenarios.stream().filter(each -> read.model(each.variant()).isEmpty()).forEach(each -> {
            throw new CatalogueMistake("surge/scenarios/", each.id() + ": no model has the variant " + each.variant());
        });
        models.forEach(read::remedies);
        return read;
    }

    /** The model of a variant. */
    public Optional<SurgeModel> model(String variant) {
        return models.stream().filter(model -> model.variant().equals(variant)).findFirst();
    }

    /** The scenario of that id. */
    public Optional<Scenario> scenario(String id) {
        return scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst();
    }

    /** What is possible with a variant where nothing is known of the cluster. */
    public Space space(SurgeModel model) {
        return priors.with(model.inputs());
    }

    /** What can be done about a variant, in the order in which it is shown. */
    public List<Remedy> remedies(SurgeModel model) {
        Map<String, Remedy> all = new LinkedHashMap<>();
        List<Remedy> written = new ArrayList<>(remedies.stream().filter(remedy -> remedy.of().isEmpty()).toList());
        written.addAll(model.remedies());
        remedies.stream().filter(remedy -> !remedy.of().isEmpty()).forEach(written::add);
        boolean inPods = space(model).priors().values().stream()
                .anyMatch(prior -> prior.input() == Input.PROXY_IDLE && prior.high() > 0);
        written.stream().filter(remedy -> inPods || remedy.needs() == Remedy.Needs.NOTHING).filter(remedy -> applies(remedy, all))
                .forEach(remedy -> all.put(remedy.id(), remedy.of().isEmpty() ? remedy
                        : remedy.madeOf(all.values().stream().filter(each -> remedy.of().contains(each.id())).toList())));
        return List.copyOf(all.values());
    }

    /** A remedy that consists of others applies where these do; one that no mesh knows is a mistake. */
    private boolean applies(Remedy remedy, Map<String, Remedy> single) {
        remedy.of().stream().filter(id -> !knownSomewhere(id)).findFirst().ifPresent(id -> {
            throw new CatalogueMistake(REMEDIES, remedy.id() + ": there is no remedy " + id);
        });
        if (!remedy.instead().isEmpty() && model(remedy.instead()).isEmpty()) {
            throw new CatalogueMistake(REMEDIES, remedy.id() + ": no model has the variant " + remedy.instead());
        }
        return single.keySet().containsAll(remedy.of());
    }

    private boolean knownSomewhere(String id) {
        return remedies.stream().anyMatch(remedy -> remedy.id().equals(id))
                || models.stream().flatMap(model -> model.remedies().stream()).anyMatch(remedy -> remedy.id().equals(id));
    }
}
