package meshadvisor.dialect.flux;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** Flux. */
public final class FluxDialect implements Dialect {

    private static final Set<String> GROUPS = Set.of("helm.toolkit.fluxcd.io", "kustomize.toolkit.fluxcd.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "HelmRelease" -> HelmReleases.read(item, facts);
            case "Kustomization" -> Kustomizations.read(item, facts);
            default -> {
                // these groups have no other kinds
            }
        }
    }
}
