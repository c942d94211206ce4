package meshadvisor.catalog;

/** A claim of the course and what holds today. */
public record Claim(String id, String claim, String verdict, String now, String mark, String source, String date) {

    public Claim {
        Given.needed(id, "id");
        Given.needed(claim, "claim");
        Given.needed(verdict, "verdict");
        Given.needed(now, "now");
    }
}
