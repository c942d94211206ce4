package meshadvisor.dialect;

import java.util.List;

import meshadvisor.dialect.argo.ArgoDialect;
import meshadvisor.dialect.certmanager.CertificateDialect;
import meshadvisor.dialect.certmanager.SpiffeDialect;
import meshadvisor.dialect.cilium.CiliumDialect;
import meshadvisor.dialect.flagger.FlaggerDialect;
import meshadvisor.dialect.flux.FluxDialect;
import meshadvisor.dialect.gateway.GatewayDialect;
import meshadvisor.dialect.ingress.IngressDialect;
import meshadvisor.dialect.istio.IstioDialect;
import meshadvisor.dialect.kubernetes.KubernetesDialect;
import meshadvisor.dialect.linkerd.LinkerdDialect;
import meshadvisor.dialect.running.RunningDialect;
import meshadvisor.dialect.smi.SmiDialect;

/** All dialects, in the one place where they are listed. */
public final class Dialects {

    private static final List<Dialect> ALL = List.of(new KubernetesDialect(), new RunningDialect(), new IstioDialect(),
            new GatewayDialect(),
            new LinkerdDialect(), new SmiDialect(),
            new CiliumDialect(), new FlaggerDialect(), new ArgoDialect(), new FluxDialect(), new CertificateDialect(), new SpiffeDialect(),
            new IngressDialect());

    private Dialects() {}

    /** Lets every dialect that reads the object's group add what it sees; several may read one group. */
    public static void read(Item item, Facts facts) {
        String group = item.meta().key().group();
        for (Dialect dialect : ALL) {
            if (dialect.reads(group)) {
                dialect.read(item, facts);
            }
        }
    }
}
