package meshadvisor.dialect.smi;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** The Service Mesh Interface, which several meshes have served. */
public final class SmiDialect implements Dialect {

    static final String ID = "smi";

    private static final Set<String> GROUPS = Set.of("split.smi-spec.io", "access.smi-spec.io", "specs.smi-spec.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "TrafficSplit" -> TrafficSplits.read(item, facts);
            case "TrafficTarget" -> TrafficTargets.read(item, facts);
            default -> {
                // HTTPRouteGroup and TCPRoute are conditions that act only where a split or a target names them
            }
        }
    }
}
