package meshadvisor.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import meshadvisor.load.net.Permission;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which hosts may be loaded; of every command that connects to somebody. */
final class PermissionOptions {

    @Option(names = "--i-may-load", paramLabel = "HOST",
            description = "A host that may be loaded although it is not this machine; may be given several times.")
    List<String> allowed = new ArrayList<>();

    @Option(names = "--allow", paramLabel = "FILE", description = "A file with such hosts, one in each line.")
    @Nullable
    Path allowList;

    /** Reads whom they name. */
    Permission read(Mistakes mistakes) {
        Set<String> hosts = new HashSet<>(allowed);
        if (allowList != null) {
            try {
                Files.readAllLines(allowList).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(hosts::add);
            } catch (IOException e) {
                mistakes.unless(false, "--allow: " + allowList + " cannot be read: " + reason(e));
            }
        }
        return new Permission(hosts);
    }

    /** All addresses for which a name stands; none if nobody knows it. */
    static List<InetAddress> addresses(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }

    /** Why a text could not be read, in words. */
    static String reason(IOException e) {
        return switch (e) {
            case CharacterCodingException notText -> "it is not text";
            case NoSuchFileException absent -> "there is no such file";
            case AccessDeniedException locked -> "you have no right to read it";
            default -> String.valueOf(e.getMessage());
        };
    }
}
