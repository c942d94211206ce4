package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {

    @Test
    void lines_break_at_blanks_and_never_at_hyphens() {
        assertThat(Lines.of("the open-source stable-line ends", 12)).containsExactly("the", "open-source", "stable-line", "ends");
    }

    @Test
    void a_command_between_backticks_stays_together_where_a_line_can_hold_it() {
        assertThat(Lines.of("then run `linkerd check` twice", 17)).containsExactly("then run", "`linkerd check`", "twice");
        assertThat(Lines.of("run `linkerd check --pre` now", 10)).containsExactly("run", "`linkerd", "check", "--pre` now");
    }

    @Test
    void a_backtick_that_is_never_closed_holds_nothing_together() {
        assertThat(Lines.of("it`s one two", 5)).containsExactly("it`s", "one", "two");
    }

    @Test
    void a_word_longer_than_a_line_is_cut_after_a_slash_or_else_anywhere() {
        assertThat(Lines.of("aws.amazon.com/blogs/containers", 20)).containsExactly("aws.amazon.com/", "blogs/containers");
        assertThat(Lines.of("abcdefgh", 3)).containsExactly("abc", "def", "gh");
    }

    @Test
    void blanks_and_line_ends_are_all_the_same_and_nothing_gives_no_line() {
        assertThat(Lines.of(" one\n  two ", 80)).containsExactly("one two");
        assertThat(Lines.of("", 80)).isEmpty();
    }
}
