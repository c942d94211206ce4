package meshadvisor.dialect.certmanager;

import java.util.Set;
import java.util.stream.Stream;

import meshadvisor.dialect.Dialect;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** cert-manager and its trust-manager. Certificates of the same kind name in other groups are not theirs. */
public final class CertificateDialect implements Dialect {

    private static final String ID = "cert-manager";
    private static final Set<String> GROUPS = Set.of("cert-manager.io", "trust.cert-manager.io");

    @Override
    public boolean reads(String group) {
        return GROUPS.contains(group);
    }

    @Override
    public void read(Item item, Facts facts) {
        switch (item.kind()) {
            case "Certificate" -> certificate(item, facts);
            case "Issuer", "ClusterIssuer" -> issuer(item, facts);
            case "Bundle" -> new Uses(item, facts, ID, Hop.UNKNOWN).add("app-tls", item.spec(), "distributes trusted certificates");
            default -> {
                // orders, challenges and requests follow from these
            }
        }
    }

    private static void certificate(Item item, Facts facts) {
        if (!ofMesh(item)) {
            new Uses(item, facts, ID, Hop.UNKNOWN).add("app-tls", item.spec(), "keeps a certificate");
        }
    }

    /** The identity certificates of a mesh itself say nothing about the applications. */
    private static boolean ofMesh(Item item) {
        return Stream.concat(Stream.of(item.text(item.spec().get("commonName"))), item.list(item.spec().get("dnsNames")).stream())
                .map(Text::value)
                .anyMatch(name -> name.endsWith(".linkerd.cluster.local") || name.startsWith("istiod."));
    }

    /** ACME authorities certify public names only, so they serve the edge. */
    private static void issuer(Item item, Facts facts) {
        Node acme = item.spec().get("acme");
        Hop hop = Nodes.filled(acme) ? Hop.EDGE : Hop.UNKNOWN;
        new Uses(item, facts, ID, hop).add("app-tls", Nodes.filled(acme) ? acme : item.spec(), "issues certificates");
    }
}
