package meshadvisor.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.dialect.smi.SmiDialect;
import org.junit.jupiter.api.Test;

class SmiDialectTest {

    private final Manifest split = Manifest.read("smi-split.yaml", new SmiDialect());

    @Test
    void weights_are_quantities_relative_to_each_other() {
        assertThat(split.rules()).containsExactly(
                "MOST_SPECIFIC ANY @7 to checkout-now 0.5 RELATIVE @10, checkout-next 1.0 RELATIVE @12 @9",
                "MOST_SPECIFIC ANY @20 to cart-now 0.0 RELATIVE @23, cart-next 1.0 RELATIVE @25 @22",
                "MOST_SPECIFIC ANY narrowed @33 to cart-now @37 @37");
    }

    @Test
    void the_apex_is_the_parent_and_all_services_are_names() {
        assertThat(split.routes()).containsExactly("smi INTERNAL parents [checkout]", "smi INTERNAL parents [cart]",
                "smi INTERNAL parents [cart]");
        assertThat(split.references()).containsExactly(
                "SERVICE checkout @7", "SERVICE checkout-now @9", "SERVICE checkout-next @11",
                "SERVICE cart @20", "SERVICE cart-now @22", "SERVICE cart-next @24",
                "SERVICE cart @33", "SERVICE cart-now @37");
    }

    @Test
    void a_split_that_waits_is_in_use_and_a_single_backend_is_not() {
        assertThat(split.uses()).containsExactly("split-weight smi INTERNAL @10", "split-weight smi INTERNAL @23",
                "authorization-identity smi INTERNAL @49", "mtls-identity smi INTERNAL @49", "authorization-http smi INTERNAL @47");
    }

    @Test
    void a_traffic_target_allows_service_accounts() {
        assertThat(split.policies()).containsExactly("ALLOW smi [checkout] if [frontend @49] http @49");
    }
}
