package meshadvisor.signal;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;

/**
 * A mark of a mesh that was seen.
 *
 * @param variant empty if the mark does not tell
 * @param version {@link Text#NONE} if the mark does not tell
 */
record Sighting(String mesh, String variant, Proof proof, ObjectKey object, Text version, Evidence evidence) {}
