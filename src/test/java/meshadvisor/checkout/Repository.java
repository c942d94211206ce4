package meshadvisor.checkout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import meshadvisor.model.ClusterSnapshot.Team;

/** A repository made by hand in the folder of one test. */
record Repository(Path top) {

    /** The newest of the forty commits, two weeks apart from 2025-01-01 to 2026-07-01, in the packs among the resources. */
    static final String PACKED_HEAD = "136996288987327e0def373123029c697ca390af";

    static Repository in(Path top) throws IOException {
        Repository repository = new Repository(top);
        repository.write(".git/HEAD", "ref: refs/heads/main\n");
        return repository;
    }

    /** A repository that holds the packs among the resources. */
    static Repository packed(Path top, String kind) throws IOException {
        Repository repository = in(top).head(PACKED_HEAD);
        for (String ending : List.of("idx", "pack")) {
            try (InputStream content = Repository.class.getResourceAsStream("/checkout/" + kind + "/history." + ending)) {
                repository.write(".git/objects/pack/pack-history." + ending, content.readAllBytes());
            }
        }
        return repository;
    }

    Repository write(String path, String content) throws IOException {
        return write(path, content.getBytes(StandardCharsets.UTF_8));
    }

    Repository write(String path, byte[] content) throws IOException {
        Path file = top.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        return this;
    }

    Repository head(String id) throws IOException {
        return write(".git/refs/heads/main", id + "\n");
    }

    /** Writes a commit, and gives its name. */
    String commit(String day, String author, String... parents) throws IOException {
        long time = LocalDate.parse(day).toEpochSecond(LocalTime.NOON, ZoneOffset.UTC);
        String content = "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
                + List.of(parents).stream().map(parent -> "parent " + parent + "\n").collect(Collectors.joining())
                + "author A. U. Thor <" + author + "> 1 +0000\ncommitter C. O. Mitter <c@example.org> " + time + " +0100\n\nauthor <x@y>\n";
        return object("commit " + content.length() + "\0" + content);
    }

    String object(String whole) throws IOException {
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        String id = HexFormat.of().formatHex(sha1(bytes));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(bytes);
        }
        write(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2), packed.toByteArray());
        return id;
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    Team team(String asOf) {
        return Teams.of(List.of(top.toString()), asOf);
    }

    int authors(String asOf) {
        return team(asOf).authors();
    }
}
