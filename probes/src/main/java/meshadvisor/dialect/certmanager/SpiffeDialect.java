package meshadvisor.dialect.certmanager;

import java.util.Set;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Use.Hop;

/** SPIFFE identities given to pods by SPIRE or by a CSI driver. */
public final class SpiffeDialect implements Dialect {

    private static final String ID = "spiffe";
    private static final Set<String> DRIVERS = Set.of("csi.spiffe.io", "spiffe.csi.cert-manager.io");

    @Override
    public boolean reads(String group) {
        return group.equals("spire.spiffe.io") || group.equals("storage.k8s.io");
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "ClusterSPIFFEID", "ClusterStaticEntry" ->
                    uses(item, facts).add("app-tls", item.spec(), "gives SPIFFE identities to workloads");
            case "CSIDriver" -> driver(item, facts);
            default -> {
                // federation and storage classes give no identities
            }
        }
    }

    private static void driver(Item item, Facts facts) {
        if (DRIVERS.contains(item.meta().name())) {
            uses(item, facts).add("app-tls", item.root().at("metadata", "name"), "brings SPIFFE identities into pods");
        }
    }

    private static Uses uses(Item item, Facts facts) {
        return new Uses(item, facts, ID, Hop.INTERNAL);
    }
}
