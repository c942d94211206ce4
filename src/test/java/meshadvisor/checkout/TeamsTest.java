package meshadvisor.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meshadvisor.model.ClusterSnapshot.Team;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TeamsTest {

    private static final String DAY = "2026-09-17";

    @TempDir
    private Path folder;

    @Test
    void authors_are_different_addresses_whatever_their_case() throws IOException {
        Repository repository = Repository.in(folder);
        String first = repository.commit("2026-01-01", "ada@example.org");
        String second = repository.commit("2026-02-01", "Ada@Example.ORG", first);
        String side = repository.commit("2026-02-02", "grace@example.org", first);
        repository.head(repository.commit("2026-03-01", "ada@example.org", second, side));
        assertThat(repository.authors(DAY)).isEqualTo(2);
    }

    @Test
    void programs_are_no_authors() throws IOException {
        Repository repository = Repository.in(folder);
        String person = repository.commit("2026-01-01", "ada@example.org");
        repository.head(repository.commit("2026-02-01", "4+renovate[bot]@users.noreply.github.com", person));
        assertThat(repository.authors(DAY)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-17, 1", "2026-03-01, 2", "2025-03-01, 1", "2025-02-28, 2", "2027-03-01, 0"})
    void only_the_twelve_months_before_the_day_count(String day, int authors) throws IOException {
        Repository repository = Repository.in(folder);
        String oldest = repository.commit("2024-03-01", "oldest@example.org");
        String old = repository.commit("2025-02-28", "old@example.org", oldest);
        String middle = repository.commit("2025-03-02", "middle@example.org", old);
        repository.head(repository.commit("2026-03-01", "new@example.org", middle));
        assertThat(repository.authors(day)).isEqualTo(authors);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-17, 4", "2025-06-30, 3", "2027-06-30, 1", "2027-07-01, 0", "2024-12-31, -1"})
    void packed_commits_count_however_they_are_written(String day, int authors) throws IOException {
        assertThat(Repository.packed(folder.resolve("a"), "by-offset").authors(day)).isEqualTo(authors);
        assertThat(Repository.packed(folder.resolve("b"), "by-name").authors(day)).isEqualTo(authors);
    }

    @Test
    void commits_after_the_packed_ones_count_too() throws IOException {
        Repository repository = Repository.packed(folder, "by-offset");
        repository.head(repository.commit("2026-08-01", "newest@example.org", Repository.PACKED_HEAD));
        assertThat(repository.authors(DAY)).isEqualTo(5);
    }

    @Test
    void references_may_be_packed_and_the_head_detached() throws IOException {
        Repository repository = Repository.in(folder);
        String commit = repository.commit("2026-01-01", "ada@example.org");
        repository.write(".git/packed-refs", "# pack-refs with: peeled\n" + commit + " refs/heads/main\n");
        assertThat(repository.authors(DAY)).isEqualTo(1);
        repository.write(".git/HEAD", commit);
        assertThat(repository.authors(DAY)).isEqualTo(1);
    }

    @Test
    void a_worktree_shares_the_history_of_its_repository() throws IOException {
        Repository repository = Repository.in(folder.resolve("main"));
        repository.head(repository.commit("2026-01-01", "ada@example.org"));
        repository.write(".git/worktrees/other/HEAD", "ref: refs/heads/main\n").write(".git/worktrees/other/commondir", "../..\n");
        Repository other = new Repository(folder.resolve("other")).write(".git", "gitdir: ../main/.git/worktrees/other\n");
        assertThat(other.authors(DAY)).isEqualTo(1);
    }

    @Test
    void a_file_below_the_checkout_belongs_to_it_and_a_checkout_counts_once() throws IOException {
        Repository repository =
                Repository.packed(folder, "by-offset").write("deploy/app/cart.yaml", "a: 1\n").write("CODEOWNERS", "* @a\n");
        String below = repository.top().resolve("deploy/app/cart.yaml").toString();
        Team team = Teams.of(List.of(below, repository.top().toString(), "-"), DAY);
        assertThat(team.authors()).isEqualTo(4);
        assertThat(team.owners()).hasSize(1);
    }

    @Test
    void the_authors_of_several_checkouts_are_counted_together() throws IOException {
        Repository one = Repository.in(folder.resolve("one"));
        one.head(one.commit("2026-01-01", "ada@example.org"));
        Repository two = Repository.in(folder.resolve("two"));
        two.head(two.commit("2026-01-01", "ada@example.org", two.commit("2026-01-01", "grace@example.org")));
        assertThat(Teams.of(List.of(one.top().toString(), two.top().toString()), DAY).authors()).isEqualTo(2);
        Repository.in(folder.resolve("two")).head("broken");
        assertThat(Teams.of(List.of(one.top().toString(), two.top().toString()), DAY).authors()).isEqualTo(-1);
    }

    @Test
    void every_file_of_owners_is_found_where_hosts_look_for_it() throws IOException {
        Repository repository = Repository.in(folder);
        for (String path : List.of("CODEOWNERS", ".github/CODEOWNERS", "docs/CODEOWNERS", "deep/down/CODEOWNERS")) {
            repository.write(path, "* @team\n");
        }
        assertThat(repository.team(DAY).owners()).hasSize(3).allSatisfy(place -> {
            assertThat(Path.of(place.file()).toRealPath()).isRegularFile().startsWith(folder.toRealPath());
            assertThat(place.line()).isZero();
        });
    }

    @Test
    void without_a_checkout_nothing_is_seen() {
        assertThat(new Repository(folder).team(DAY)).isEqualTo(Team.UNSEEN);
        assertThat(Teams.of(List.of("-", folder + "/nowhere", "\0"), DAY)).isEqualTo(Team.UNSEEN);
    }

    @Test
    void a_history_that_is_cut_off_is_not_seen() throws IOException {
        Repository repository = Repository.packed(folder, "by-offset").write(".git/shallow", Repository.PACKED_HEAD + "\n");
        assertThat(repository.authors(DAY)).isEqualTo(-1);
    }

    @Test
    void a_commit_whose_parent_is_missing_is_not_seen() throws IOException {
        Repository repository = Repository.in(folder);
        repository.head(repository.commit("2026-01-01", "ada@example.org", "0123456789012345678901234567890123456789"));
        assertThat(repository.authors(DAY)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ref: refs/heads/main", "ref: ../../../etc/passwd", "ref: refs/../../x", "not a name",
            "ref: refs/heads/.invalid"})
    void a_head_that_leads_nowhere_is_not_seen(String head) throws IOException {
        assertThat(Repository.in(folder).write(".git/HEAD", head).authors(DAY)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit 5\0", "commit 99\0tree x\n", "blob 3\0abc", "", "commit 4", "commit 9\0committer <x> never\n"})
    void an_object_that_is_no_commit_is_not_seen(String whole) throws IOException {
        Repository repository = Repository.in(folder);
        assertThat(repository.head(repository.object(whole)).authors(DAY)).isEqualTo(-1);
    }

    @Test
    void a_pack_with_any_byte_spoiled_is_read_or_given_up_but_never_fails() throws IOException {
        Repository repository = Repository.packed(folder, "by-offset");
        for (String name : List.of("pack-history.idx", "pack-history.pack")) {
            Path file = folder.resolve(".git/objects/pack").resolve(name);
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < whole.length; i += 7) {
                byte[] spoiled = whole.clone();
                spoiled[i] ^= (byte) 0xFF;
                Files.write(file, spoiled);
                assertThat(repository.authors(DAY)).as("byte %d of %s", i, name).isBetween(-1, 5);
            }
            Files.write(file, whole);
        }
        assertThat(repository.authors(DAY)).isEqualTo(4);
    }

    @Test
    void a_pack_that_ends_too_early_is_not_seen() throws IOException {
        Repository repository = Repository.packed(folder, "by-name");
        Path pack = folder.resolve(".git/objects/pack/pack-history.pack");
        Files.write(pack, java.util.Arrays.copyOf(Files.readAllBytes(pack), 600));
        assertThat(repository.authors(DAY)).isEqualTo(-1);
    }
}
