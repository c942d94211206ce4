package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that people write have a size that people can write. */
class UserFileTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";

    @TempDir
    static Path folder;

    private static Path file(int bytes) throws IOException {
        return Files.writeString(folder.resolve("large.yaml"), "# comment\n".repeat(bytes / 10 + 1).substring(0, bytes));
    }

    @Test
    void the_largest_is_read_and_one_byte_more_is_not() throws IOException {
        assertThat(UserFile.text(file(UserFile.LARGEST))).hasSize(UserFile.LARGEST);
        Path large = file(UserFile.LARGEST + 1);
        assertThatThrownBy(() -> UserFile.bytes(large)).isInstanceOf(UserFile.TooLarge.class)
                .hasMessage(large + " is larger than 4 MiB, and no such file is");
    }

    @Test
    void what_is_no_utf_8_is_no_text() throws IOException {
        Path file = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xe4});
        assertThatThrownBy(() -> UserFile.text(file)).isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"estimate SHOP --prices FILE", "assess SHOP --prices FILE", "estimate SHOP --profile FILE",
            "simulate surge --scenario FILE", "assess SHOP --thresholds FILE", "assess SHOP --answers FILE",
            "assess SHOP --suppressions FILE"})
    void every_option_refuses_a_larger_file_in_words(String command) throws IOException {
        Path large = file(UserFile.LARGEST + 1);
        Ran ran = cli(command.replace("SHOP", SHOP).replace("FILE", large.toString()).split(" ", -1));

        assertThat(ran.code()).as(ran.out()).isEqualTo(2);
        assertThat(ran.err()).contains(large + " is larger than 4 MiB, and no such file is: give ").doesNotContain("\tat ");
    }
}
