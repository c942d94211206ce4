package meshadvisor.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** What depends on more than its arguments: files, sockets, processes, clocks, the environment, unseeded chance. */
final class Outside {

    /** Types that are outside whatever is done with them. */
    static final DescribedPredicate<JavaClass> TYPES = resideInAnyPackage("java.net..", "java.nio.file..", "java.nio.channels..",
            "javax.net..")
            .or(belongToAnyOf(File.class, FileInputStream.class, FileOutputStream.class, FileReader.class, FileWriter.class,
                    RandomAccessFile.class, Console.class, Process.class, ProcessBuilder.class, ProcessHandle.class,
                    Runtime.class, Thread.class, ClassLoader.class, Clock.class, ThreadLocalRandom.class, SecureRandom.class))
            .as("files, sockets, processes, threads, clocks or unseeded random");

    /** Methods that are outside although their type is not. */
    private static final Set<String> METHODS = Set.of(
            "java.lang.System.getenv", "java.lang.System.getProperty", "java.lang.System.getProperties", "java.lang.System.exit",
            "java.lang.System.currentTimeMillis", "java.lang.System.nanoTime", "java.lang.System.out", "java.lang.System.err",
            "java.lang.System.in", "java.lang.System.console", "java.lang.Math.random", "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault", "java.util.TimeZone.getDefault", "java.time.ZoneId.systemDefault",
            "java.util.Collections.shuffle", "java.lang.Class.getResource", "java.lang.Class.getResourceAsStream");

    /** Accesses that are outside: the methods above, any {@code now()} of java.time, a Random or Date without argument. */
    static final DescribedPredicate<JavaAccess<?>> ACCESSES = DescribedPredicate.describe(
            "the environment, the clock, the default locale or unseeded random", Outside::isOutside);

    private Outside() {}

    private static boolean isOutside(JavaAccess<?> access) {
        var owner = access.getTargetOwner();
        var called = owner.getName() + "." + access.getTarget().getName();
        return METHODS.contains(called)
                || owner.getPackageName().startsWith("java.time") && access.getTarget().getName().equals("now")
                || access instanceof JavaConstructorCall call && isUnseeded(call);
    }

    private static boolean isUnseeded(JavaConstructorCall call) {
        var takesNothing = call.getTarget().getRawParameterTypes().isEmpty();
        return takesNothing && type(Random.class).or(type(Date.class)).test(call.getTargetOwner());
    }
}
