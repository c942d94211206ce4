package meshadvisor.kubeconfig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import meshadvisor.kubeconfig.Presentation.Ready;
import meshadvisor.kubeconfig.Presentation.Withheld;

/**
 * The credential of one access, for as many threads as like. A plugin runs at the first question, and again when its credential has expired or
 * was refused; others wait meanwhile.
 */
public final class Credentials {

    private static final Pattern SENDABLE = Pattern.compile("[!-~]+");

    private final Access access;
    private final Environment environment;
    private final InstantSource clock;
    private final Duration pluginTime;
    private Optional<Ready> last = Optional.empty();

    Credentials(Access access, Environment environment, InstantSource clock, Duration pluginTime) {
        this.access = access;
        this.environment = environment;
        this.clock = clock;
        this.pluginTime = pluginTime;
    }

    /** Credentials that have not been asked for yet; a plugin may take 30 seconds. */
    public static Credentials of(Access access, Environment environment, InstantSource clock) {
        return new Credentials(access, environment, clock, ExecPlugin.TIME);
    }

    /** The same for a run that may take no longer than that; a plugin gets no more time either. */
    public static Credentials of(Access access, Environment environment, InstantSource clock, Duration total) {
        return new Credentials(access, environment, clock, total.compareTo(ExecPlugin.TIME) < 0 ? total : ExecPlugin.TIME);
    }

    /** What to show now: as before, unless it has expired. */
    public synchronized Presentation present() {
        Optional<Ready> valid = last.filter(ready -> ready.expires().filter(end -> !clock.instant().isBefore(end)).isEmpty());
        return valid.isPresent() ? valid.get() : ask();
    }

    /**
     * What to show after the server refused (401) what was shown. Asks anew only if nobody else has done so since; to be tried once, as the second
     * refusal is meant.
     */
    public synchronized Presentation renew(Ready refused) {
        return last.isPresent() && !last.get().equals(refused) ? present() : ask();
    }

    private Presentation ask() {
        Presentation answer = switch (access.credential()) {
            case Credential.None none -> new Ready(Optional.empty(), access.certificate(), Optional.empty());
            case Credential.Token token -> Ready.bearer(token.token(), access.certificate(), Optional.empty());
            case Credential.TokenFile file -> read(file.file());
            case Credential.Basic basic -> new Ready(Optional.of(header(basic)), access.certificate(), Optional.empty());
            case Credential.Exec exec -> new ExecPlugin(environment, pluginTime).run(exec);
        };
        if (answer instanceof Ready ready && access.credential() instanceof Credential.Exec) {
            Ready whole = new Ready(ready.authorization(), ready.certificate().or(access::certificate), ready.expires());
            last = Optional.of(whole);
            return whole;
        }
        return answer;
    }

    private Presentation read(Path file) {
        try {
            String token = SmallFile.text(file).strip();
            return canBeSent(token) ? Ready.bearer(token, access.certificate(), Optional.empty())
                    : new Withheld(
                            new Remark(Shown.of(file.toString()), "This file holds no token.", "Write the token into it, on one line."));
        } catch (IOException e) {
            return new Withheld(new Remark(Shown.of(file.toString()), "The token cannot be read: " + SmallFile.why(e) + ".",
                    "Correct tokenFile in the kubeconfig, or the rights of the file."));
        }
    }

    private static String header(Credential.Basic basic) {
        return "Basic " + Base64.getEncoder().encodeToString((basic.user() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a token can stand in a header. */
    static boolean canBeSent(String token) {
        return SENDABLE.matcher(token).matches();
    }
}
