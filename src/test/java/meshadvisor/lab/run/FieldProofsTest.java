package meshadvisor.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;

/** Proofs by fields of objects, before and after a drive. */
class FieldProofsTest {

    private static final Proved ON = new Proved("WireGuard is on.", true, "1 × data.enable-wireguard as it has to be");
    private static final Proved OFF = new Proved("WireGuard is on.", false, "data.enable-wireguard is \"false\"");

    @Test
    void what_holds_before_and_after_holds() throws Stopped {
        assertThat(proofs(ON).still(variant("cilium-wireguard"), List.of(ON)))
                .containsExactly(new Proved(ON.shows(), true, "1 × data.enable-wireguard as it has to be, before and after"));
    }

    @Test
    void what_was_changed_meanwhile_does_not_hold() throws Stopped {
        assertThat(proofs(OFF).still(variant("cilium-wireguard"), List.of(ON))).containsExactly(new Proved(ON.shows(), false,
                "1 × data.enable-wireguard as it has to be before, and data.enable-wireguard is \"false\" after"));
        assertThat(proofs(ON).still(variant("cilium-wireguard"), List.of(OFF))).singleElement().matches(proof -> !proof.held());
    }

    @Test
    void nobody_is_asked_for_a_variant_without_such_proofs() throws Stopped {
        Function<Variant, List<Proved>> nobody = variant -> {
            throw new AssertionError("asked for " + variant.id());
        };
        assertThat(new FieldProofs(nobody).now(variant("istio-sidecar"))).isEmpty();
    }

    private static FieldProofs proofs(Proved proved) {
        return new FieldProofs(variant -> List.of(proved));
    }

    private static Variant variant(String id) {
        return Variants.of(Knowledge.LIBRARY).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
