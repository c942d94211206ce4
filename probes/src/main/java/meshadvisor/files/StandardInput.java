package meshadvisor.files;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/** What is piped in; it can be read once. */
record StandardInput(InputStream stream, long limit) implements FoundFile {

    @Override
    public String shown() {
        return SourceFile.STANDARD_INPUT;
    }

    @Override
    public boolean named() {
        return true;
    }

    @Override
    public Optional<SourceFile> read(Consumer<FileProblem> problems) {
        return Bytes.read(shown(), limit, () -> stream, problems);
    }
}
