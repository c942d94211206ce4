package meshadvisor.kubeconfig;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the run of a plugin ended. */
sealed interface PluginRun permits PluginRun.Done, PluginRun.TooSlow, PluginRun.TooMuch, PluginRun.Interrupted {

    /** It ended by itself. The output is a secret. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Done(int exit, byte[] output, String errors) implements PluginRun {}

    /** It was stopped, as its time was over. */
    record TooSlow(String errors) implements PluginRun {}

    /** It was stopped, as it wrote too much. */
    record TooMuch() implements PluginRun {}

    /** It was stopped, as this thread is to end. */
    record Interrupted() implements PluginRun {}

    /** Bytes of output that a credential may have. */
    int OUTPUT = 1 << 20;

    /** Bytes of errors that are kept. */
    int ERRORS = 64 << 10;

    /**
     * What is run.
     *
     * @param line a program by its path, and its arguments
     * @param variables the whole environment
     */
    record Call(List<String> line, Map<String, String> variables, Path folder) {}

    static PluginRun of(Call call, Duration time) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(call.line()).directory(call.folder().toFile());
        builder.environment().clear();
        try {
            builder.environment().putAll(call.variables());
        } catch (IllegalArgumentException e) {
            throw new IOException("its environment has a name or value that cannot be passed on", e);
        }
        ProcessTree tree = new ProcessTree(builder.start());
        PluginRun run = new Interrupted();
        try {
            run = result(tree, time);
            return run;
        } finally {
            if (!(run instanceof Done)) {
                tree.kill();
            }
        }
    }

    private static PluginRun result(ProcessTree tree, Duration time) throws IOException {
        Process process = tree.root();
        process.getOutputStream().close();
        Errors errors = new Errors(process.getErrorStream());
        Thread.ofPlatform().daemon().start(errors);
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream()),
                task -> Thread.ofPlatform().daemon().start(task));
        long end = System.nanoTime() + time.toNanos();
        try {
            byte[] credential = tree.watchUntil(output, end);
            if (credential.length > OUTPUT) {
                return new TooMuch();
            }
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return new TooSlow(errors.soFar());
            }
            errors.waitForEnd(Math.min(TimeUnit.SECONDS.toNanos(1), end - System.nanoTime()));
            return new Done(process.exitValue(), credential, errors.soFar());
        } catch (TimeoutException e) {
            return new TooSlow(errors.soFar());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Interrupted();
        } catch (ExecutionException e) {
            throw new IOException("its output could not be read", e);
        }
    }

    private static byte[] read(InputStream stream) {
        try {
            return stream.readNBytes(OUTPUT + 1);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** Keeps the beginning of what is said; the rest is read too, so that the program does not wait for somebody who reads. */
    final class Errors implements Runnable {

        private final InputStream stream;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Errors(InputStream stream) {
            this.stream = stream;
        }

        @Override
        public void run() {
            byte[] part = new byte[8 << 10];
            try {
                for (int read = stream.read(part); read >= 0; read = stream.read(part)) {
                    keep(part, read);
                }
            } catch (IOException e) {
                // the program was stopped; what it said before is kept
            } finally {
                ended.complete(null);
            }
        }

        private synchronized void keep(byte[] part, int read) {
            kept.write(part, 0, Math.min(read, ERRORS - kept.size()));
        }

        synchronized String soFar() {
            return kept.toString(StandardCharsets.UTF_8);
        }

        /** Something that the program left behind may hold the stream open for longer. */
        void waitForEnd(long nanos) throws InterruptedException, ExecutionException {
            try {
                ended.get(nanos, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                // what was said so far is enough
            }
        }
    }
}
