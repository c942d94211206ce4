package meshadvisor.render;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import meshadvisor.files.SearchPath;
import org.jspecify.annotations.Nullable;

/**
 * A folder for one run, and an environment that leads nowhere else: no settings, plug-ins, credentials or caches of the user, no cluster,
 * and every proxy a port of this machine on which nobody listens.
 */
record Sandbox(Path folder, Map<String, String> environment) implements Closeable {

    private static final String NOBODY = "http://127.0.0.1:9";

    static Sandbox open(SearchPath searchPath) throws IOException {
        Path folder = Files.createTempDirectory("meshadvisor-render");
        Map<String, String> environment = new TreeMap<>(Map.of("PATH", searchPath.toString(), "LC_ALL", "C", "KUBECONFIG", "/dev/null",
                "GIT_ALLOW_PROTOCOL", "file", "GIT_TERMINAL_PROMPT", "0", "GIT_CONFIG_NOSYSTEM", "1"));
        for (String name : new String[] {"HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "TMPDIR", "TEMP", "TMP", "XDG_CONFIG_HOME",
                "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"}) {
            environment.put(name, folder.toString());
        }
        for (String name : new String[] {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"}) {
            environment.put(name, NOBODY);
        }
        return new Sandbox(folder, environment);
    }

    /** Deletes the folder with all that was written into it; what cannot be deleted is left to the system. */
    @Override
    public void close() {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException e) {
            // a program that was stopped may still hold a file; the result does not depend on it
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path done, @Nullable IOException failure) throws IOException {
            Files.delete(done);
            return FileVisitResult.CONTINUE;
        }
    }
}
