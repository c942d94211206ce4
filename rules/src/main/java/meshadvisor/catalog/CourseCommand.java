package meshadvisor.catalog;

/** A command or manifest of the course and what is correct instead. */
public record CourseCommand(String id, String inModule, String correct, String mark, String source, String date) {

    public CourseCommand {
        Given.needed(id, "id");
        Given.needed(inModule, "in-module");
        Given.needed(correct, "correct");
    }
}
