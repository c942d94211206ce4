package meshadvisor.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How the run of a program ended. */
sealed interface Run permits Run.Done, Run.TooSlow, Run.TooMuch {

    /** It ended by itself. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Done(int exit, byte[] output, String errors) implements Run {}

    /** It was stopped, as its time was over. */
    record TooSlow() implements Run {}

    /** It was stopped, as it wrote too much. */
    record TooMuch() implements Run {}

    /** What Windows needs to start anything. */
    Set<String> NEEDED = Set.of("SystemRoot");

    /** Bytes of errors that are kept. */
    int ERRORS = 64 << 10;

    /** Runs a program without a shell: the words reach it as they are. Nothing is piped in. */
    static Run of(List<String> line, Sandbox sandbox, Rendering.Limits limits) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(line).directory(sandbox.folder().toFile());
        builder.environment().keySet().retainAll(NEEDED);
        builder.environment().putAll(sandbox.environment());
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return result(process, limits);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static Run result(Process process, Rendering.Limits limits) throws IOException {
        Executor threads = task -> Thread.ofPlatform().daemon().start(task);
        CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> read(process.getInputStream(), limits.bytes() + 1), threads);
        CompletableFuture<byte[]> errors = CompletableFuture.supplyAsync(() -> drain(process.getErrorStream()), threads);
        long end = System.nanoTime() + limits.time().toNanos();
        try {
            byte[] manifests = output.get(limits.time().toNanos(), TimeUnit.NANOSECONDS);
            if (manifests.length > limits.bytes()) {
                return new TooMuch();
            }
            byte[] told = errors.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!process.waitFor(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                return new TooSlow();
            }
            return new Done(process.exitValue(), manifests, new String(told, StandardCharsets.UTF_8));
        } catch (TimeoutException e) {
            return new TooSlow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TooSlow();
        } catch (ExecutionException e) {
            throw new IOException("its output could not be read", e);
        }
    }

    private static byte[] read(InputStream stream, int most) {
        try {
            return stream.readNBytes(most);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    /** The beginning; the rest is read too, so that the program does not wait for somebody who reads. */
    private static byte[] drain(InputStream stream) {
        byte[] beginning = read(stream, ERRORS);
        byte[] rest = new byte[ERRORS];
        try {
            while (stream.read(rest) >= 0) {
                // not kept
            }
        } catch (IOException e) {
            return beginning;
        }
        return beginning;
    }
}
