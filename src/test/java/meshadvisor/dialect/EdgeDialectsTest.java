package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.certmanager.CertificateDialect;
import meshadvisor.dialect.certmanager.SpiffeDialect;
import meshadvisor.dialect.ingress.IngressDialect;
import org.junit.jupiter.api.Test;

class EdgeDialectsTest {

    private final Manifest ingress = Manifest.read("ingress.yaml", new IngressDialect());

    @Test
    void annotations_use_features_of_the_edge_unless_they_lack_a_canary_or_are_off() {
        assertThat(ingress.uses()).containsExactly("rate-limit-local nginx EDGE @10", "authorization-http nginx EDGE @11",
                "split-weight nginx EDGE @8", "split-header nginx EDGE @9", "retries nginx EDGE @12");
    }

    @Test
    void backends_are_names_in_both_spellings_and_actions_and_buckets_are_not() {
        assertThat(ingress.references()).containsExactly("SERVICE fallback @15", "SERVICE frontend-next @24",
                "SERVICE fallback @36", "SERVICE frontend @41");
    }

    @Test
    void certificates_are_tls_of_applications_unless_they_are_public_or_those_of_a_mesh() {
        assertThat(Manifest.read("certificates.yaml", new CertificateDialect()).uses()).containsExactly(
                "app-tls cert-manager UNKNOWN @6", "app-tls cert-manager EDGE @13", "app-tls cert-manager UNKNOWN @20",
                "app-tls cert-manager UNKNOWN @45");
    }

    @Test
    void spiffe_gives_identities_by_entries_and_by_its_driver() {
        assertThat(Manifest.read("certificates.yaml", new SpiffeDialect()).uses()).containsExactly("app-tls spiffe INTERNAL @52",
                "app-tls spiffe INTERNAL @57");
    }
}
