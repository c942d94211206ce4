package meshadvisor.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Fact;

/** The facts of the catalogue by what texts call them, {@code vendor:fact}. A vendor's are read when the first is asked for. */
final class Facts {

    private final Catalogue catalogue;
    private final Map<String, Map<String, Fact>> byVendor = new HashMap<>();

    Facts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The fact of that name.
     *
     * @param where the document that refers to it
     */
    Fact of(String reference, String where) {
        int colon = reference.indexOf(':');
        Fact fact = colon < 0 ? null : vendor(reference.substring(0, colon)).get(reference.substring(colon + 1));
        if (fact == null) {
            throw new CatalogueMistake(where, "refers to the fact \"" + reference + "\", which no meshes/<vendor>/facts.yaml has");
        }
        return fact;
    }

    private Map<String, Fact> vendor(String vendor) {
        return byVendor.computeIfAbsent(vendor, v -> {
            Map<String, Fact> facts = new LinkedHashMap<>();
            catalogue.facts(v).forEach(f -> facts.put(f.id(), f));
            return facts;
        });
    }
}
