package meshadvisor.plan;

import java.util.List;

/**
 * Something to do, to have or to look at.
 *
 * @param commands word by word; whoever shows them quotes what a shell would read otherwise
 * @param expect what is seen where it went well; empty for what is no check
 * @param file of the stage that belongs to it; empty for none
 * @param doubt on what it depends that nobody knows here; empty for nothing
 * @param leftOut for whom it could not be written, and what is not known of them
 */
public record Action(String says, List<List<String>> commands, String expect, String file, String doubt, List<String> leftOut) {
    public Action {
        commands = List.copyOf(commands);
        leftOut = List.copyOf(leftOut);
    }
}
