package meshadvisor.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.load.agent.Drives;

/**
 * Drives as the command line does, in this process, which stays warm.
 *
 * @param talk hears what each drive says to people
 */
record AgentDrives(PrintWriter talk) implements Drives {

    @Override
    public Driven drive(List<String> arguments, Path folder, Runnable measuring) {
        var phases = new ArrayList<Moment>();
        var words = new ArrayList<>(List.of("drive"));
        words.addAll(arguments);
        words.addAll(List.of("--run-json", folder.resolve("run.json").toString(), "--hlog", folder.resolve("run.hlog").toString()));
        var said = new StringWriter();
        var command = new DriveCommand(new Course() {
            @Override
            public void measuring() {
                measuring.run();
            }

            @Override
            public void driven(List<Moment> all) {
                phases.addAll(all);
            }
        });
        int exit = Main.run(List.of(command), words.toArray(String[]::new), talk, new PrintWriter(said, true));
        talk.print(said);
        talk.flush();
        return new Driven(exit, said.toString(), phases);
    }
}
