package meshadvisor.signal;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;

/**
 * A mark of a mesh that was seen.
 *
 * @param variant empty if the mark does not tell
 * @param setting the label or annotation that it is, {@link Setting#NONE} for other marks
 * @param version {@link Text#NONE} if the mark does not tell
 */
record Sighting(String mesh, String variant, Proof proof, ObjectKey object, Setting setting, Text version, Evidence evidence) {

    /**
     * A label or annotation.
     *
     * @param decidesOn the variant that it wants or refuses; empty if neither
     * @param overPods whether pods cannot say otherwise
     */
    record Setting(String name, String value, String decidesOn, boolean overPods) {
        static final Setting NONE = new Setting("", "", "", false);
    }

    /** Whether it says if pods take part. */
    boolean decides() {
        return proof == Proof.INJECTION || proof == Proof.OPT_OUT || proof == Proof.ENROLMENT;
    }

    /** What it decides on, of which mesh: an answer to one such question is none to another. */
    String question() {
        return mesh + " " + setting.decidesOn();
    }
}
