package meshadvisor.report;

import meshadvisor.catalog.Capability;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Claim;
import meshadvisor.catalog.Fact;

/**
 * Where something was read, and when.
 *
 * @param mark P read in a primary source, C computed, E excerpt, A assumed
 */
record Citation(String source, String date, String mark) {

    static Citation of(Fact fact) {
        return new Citation(fact.source(), fact.date(), fact.mark());
    }

    static Citation of(Capability capability) {
        return new Citation(capability.source(), capability.date(), capability.mark());
    }

    static Citation of(Claim claim) {
        return new Citation(claim.source(), claim.date(), claim.mark());
    }

    /** In words; how it was read only where that is less than in a primary source and not said already. */
    String words() {
        String kind = kind();
        return source + ", " + date + (mark.equals("P") || source.startsWith(kind) ? "" : ", " + kind);
    }

    /** How it was read, in a word. */
    String kind() {
        return switch (mark) {
            case "P" -> "read";
            case "C" -> "computed";
            case "E" -> "excerpt";
            case "A" -> "assumed";
            default -> throw new CatalogueMistake("meshes", "\"" + source + "\" has the mark \"" + mark + "\"; known are P, C, E and A");
        };
    }

    /** In brackets, to follow a sentence. */
    String bracketed() {
        return "(" + words() + ")";
    }
}
