package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;

/** What one file held. */
final class FileReading {

    final String file;
    final Facts facts = new Facts();

    /** Lists of JSON6902 operations. */
    final List<Item> operations = new ArrayList<>();

    /** Kustomize's own files. */
    final List<Item> kustomizations = new ArrayList<>();

    /** Strategic patches may have no name or kind; they are kept in case a kustomization names the file. */
    final List<Item> unnamed = new ArrayList<>();

    /** Documents, those that failed included, and those of them that were understood. */
    int documents;
    int understood;

    /** A document that is a Helm chart's description. */
    boolean chart;

    /** The first line on which a template stands; 0 for none. */
    int templateLine;

    FileReading(String file) {
        this.file = file;
    }

    /** The folder of the file, empty for the working directory. */
    String folder() {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    /** The last part of the path. */
    String name() {
        return file.substring(file.lastIndexOf('/') + 1);
    }
}
