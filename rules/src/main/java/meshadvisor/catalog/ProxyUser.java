package meshadvisor.catalog;

/**
 * The user as whom the proxy of a variant runs.
 *
 * @param user its number
 */
public record ProxyUser(String variant, int user) {
    public ProxyUser {
        Given.needed(variant, "variant");
    }
}
