package meshadvisor.catalog;

import java.util.List;

/**
 * Something that is known to go wrong with some versions of a mesh, on some kernels or machines or with some settings. Versions are given
 * with their patch level, kernels without; empty where none bounds it.
 *
 * @param variant that it hits, empty for all
 * @param from first version that has it
 * @param before first version that has it no more; empty if no fix is known
 * @param kernelFrom first kernel with which it shows
 * @param kernelBefore first newer kernel with which it does not
 * @param architectures of nodes on which it shows, empty for all
 * @param capabilities features of which at least one must be used, empty if that does not matter
 * @param encrypts whether the mesh must be told to encrypt between nodes
 * @param harm how bad it is
 */
public record Hazard(String id, String says, String variant, String from, String before, String kernelFrom, String kernelBefore,
        List<String> architectures, List<String> capabilities, boolean encrypts, Harm harm, String mark, String source, String date) {

    /** How bad it is. */
    public enum Harm {
        /** Something stops working, or a protection is gone. */
        BREAKS,
        /** It gets slower, or it happens to some only. */
        DEGRADES
    }

    public Hazard {
        Given.needed(id, "id");
        Given.needed(says, "says");
        Given.needed(from, "from");
        Given.needed(harm, "harm");
        Given.needed(mark, "mark");
        Given.needed(source, "source");
        Given.needed(date, "date");
        variant = Given.or(variant, "");
        before = Given.or(before, "");
        kernelFrom = Given.or(kernelFrom, "");
        kernelBefore = Given.or(kernelBefore, "");
        architectures = Given.list(architectures);
        capabilities = Given.list(capabilities);
    }

    /** Whether it depends on the nodes. */
    public boolean ofNodes() {
        return !kernelFrom.isEmpty() || !kernelBefore.isEmpty() || !architectures.isEmpty();
    }
}
