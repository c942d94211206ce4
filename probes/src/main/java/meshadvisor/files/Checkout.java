package meshadvisor.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for a folder because of the git checkout it lies in.
 *
 * @param prefix path of the folder relative to the top of the checkout, with a slash at the end; empty if it is the top, or in no checkout
 */
record Checkout(String prefix, Ignores ignores) {

    /** The checkout around a folder. A folder that is itself ignored was asked for all the same, so nothing around it counts. */
    static Checkout around(Path realFolder) {
        List<Path> below = new ArrayList<>();
        for (Path folder = realFolder; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return of(folder, below.reversed());
            }
            below.add(folder);
        }
        return new Checkout("", Ignores.NONE);
    }

    private static Checkout of(Path top, List<Path> below) {
        Ignores ignores = Ignores.NONE.with(top.resolve(".git").resolve("info").resolve("exclude"), "");
        Path holder = top;
        String prefix = "";
        boolean ignored = false;
        for (Path folder : below) {
            ignores = ignores.with(holder.resolve(Ignores.FILE_NAME), prefix);
            String path = prefix + folder.getFileName();
            ignored |= ignores.ignores(path, true);
            prefix = path + "/";
            holder = folder;
        }
        return new Checkout(prefix, ignored ? Ignores.NONE : ignores);
    }
}
