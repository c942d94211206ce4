package meshadvisor.simulate.run;

import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Premises;

/**
 * One surge that is simulated.
 *
 * @param base the cluster as it is, from which its nodes and applications are made
 * @param draw the same with what people changed
 * @param factor times the usual traffic
 */
public record Setting(Premises premises, Draw base, Draw draw, long seed, double factor, int minutes) {

    /** Nothing is changed. */
    public static Setting asIs(Premises premises, Draw base, long seed, double factor, int minutes) {
        return new Setting(premises, base, base, seed, factor, minutes);
    }
}
