package meshadvisor.signal.code;

import java.util.List;
import meshadvisor.model.Evidence;

/**
 * One call on a way through the call graph, by the places of both in the list of nodes.
 *
 * @param tries calls that become of one, whatever fails
 * @param atEnd by how much more where the called service itself cannot be reached, as the last of a way
 * @param coded whether the code of the caller is among those that try again
 * @param evidence who tries again
 * @param endEvidence who does so at the end alone
 */
record Hop(int from, int to, int tries, int atEnd, boolean coded, List<Evidence> evidence, List<Evidence> endEvidence) {

    /** All of its tries. */
    double last() {
        return (double) tries * atEnd;
    }
}
