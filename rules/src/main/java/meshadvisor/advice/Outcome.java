package meshadvisor.advice;

/** The verdict in one word. */
public enum Outcome {
    /** Nothing needs a mesh. */
    NO_MESH,
    /** A stated need is served best by a mesh. */
    ADOPT,
    /** A fact is missing that decides. */
    UNDECIDED,
    /** The mesh that is there is justified. */
    KEEP,
    /** A mesh, or configuration of one, is there and the tree would not adopt it. */
    RECONSIDER
}
