package meshadvisor.measure;

/**
 * How far something lies from the two edges of a margin. Where the margin is a share θ of the mean μR with which another mean μT is
 * compared, the edges are estimated as well as the difference is: the hypothesis μT ≥ (1 + θ) μR is the one that μT − (1 + θ) μR ≥ 0, and
 * the mean of such combinations of pairs has a t distribution of its own (E. C. Fieller, <i>J. R. Stat. Soc. B</i> 16, 1954, pp. 175–185; for
 * the equivalence of two means S. Sasabuchi, <i>Mem. Fac. Sci. Kyushu Univ. A</i> 42, 1988, pp. 37–47, and D. Hauschke, M. Kieser, E.
 * Diletti, M. Burke, <i>Stat. Med.</i> 18, 1999, pp. 93–105).
 *
 * @param above from the upper edge; less than 0 within the margin
 * @param below from the lower edge; more than 0 within the margin
 */
public record Edges(Estimate above, Estimate below) {

    /** Of a margin that is known. */
    public static Edges around(Estimate difference, double margin) {
        return new Edges(difference.plus(-margin), difference.plus(margin));
    }

    /**
     * How often chance alone would give estimates so far inside if the truth lay at an edge: the larger p value of two one-sided tests (D. J.
     * Schuirmann, <i>J. Pharmacokinet. Biopharm.</i> 15, 1987, pp. 657–680).
     */
    public double outside() {
        return Math.max(above.below(), below.times(-1).below());
    }
}
