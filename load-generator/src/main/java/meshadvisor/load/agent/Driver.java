package meshadvisor.load.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.load.agent.Action.Drive;
import meshadvisor.load.agent.Drives.Driven;
import meshadvisor.load.agent.Drives.Moment;

/** Has load driven and tells the files that come of it. They lie in a folder for temporary files only until then. */
record Driver(Drives drives, Frames frames) {

    private static final List<String> FILES = List.of("run.json", "run.hlog");
    private static final String TIMELINE = "/timeline.json";
    private static final String PHASES = "phases";
    /** A log of several hours. It is held in memory to be told. */
    private static final long LARGEST = 8 * 1024 * 1024;

    private static final int VALID = 0;
    private static final int NOT_VALID = 3;

    /** Drives and tells. What earlier drives have left in memory is collected before, or its collection would fall into what is measured. */
    void drive(Drive drive, Runnable measuring) {
        System.gc();
        try {
            var folder = Files.createTempDirectory("load-generator-drive");
            try {
                tell(drive.name(), drives.drive(drive.arguments(), folder, measuring), folder);
            } finally {
                remove(folder);
            }
        } catch (IOException e) {
            fail(drive, "the files of the result could not be kept in " + System.getProperty("java.io.tmpdir") + ": " + e);
        }
    }

    /** Tells that there was no drive. */
    void fail(Drive drive, String why) {
        frames.tell(drive.name() + TIMELINE, failed(why));
    }

    private void tell(String name, Driven driven, Path folder) throws IOException {
        var timeline = new LinkedHashMap<String, Object>();
        timeline.put(PHASES, driven.phases().stream().map(Driver::tree).toList());
        timeline.put("exit", driven.exit());
        if (driven.exit() != VALID && driven.exit() != NOT_VALID) {
            timeline.put("said", driven.said());
            frames.fail();
        }
        for (var file : FILES) {
            var path = folder.resolve(file);
            if (Files.exists(path) && Files.size(path) > LARGEST) {
                timeline.put(Frames.ERROR, file + " is larger than " + LARGEST + " bytes and was not told: drive for a shorter time");
            } else if (Files.exists(path)) {
                frames.tell(name + "/" + file, Files.readAllBytes(path));
            }
        }
        frames.tell(name + TIMELINE, timeline);
    }

    private static Map<String, Object> failed(String why) {
        var timeline = new LinkedHashMap<String, Object>();
        timeline.put(PHASES, List.of());
        timeline.put(Frames.ERROR, why);
        return timeline;
    }

    private static Map<String, Object> tree(Moment moment) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("name", moment.name());
        tree.put("fromMillis", moment.fromMillis());
        tree.put("toMillis", moment.toMillis());
        return tree;
    }

    private static void remove(Path folder) throws IOException {
        try (var inside = Files.newDirectoryStream(folder)) {
            for (var each : inside) {
                Files.delete(each);
            }
        }
        Files.delete(folder);
    }
}
