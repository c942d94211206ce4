package meshadvisor.load.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom load may go to: nobody's machine by mistake. */
class PermissionTest {

    private static final Permission NOBODY = new Permission(Set.of());

    private static List<InetAddress> addresses(String... each) throws UnknownHostException {
        var found = new java.util.ArrayList<InetAddress>();
        for (var address : each) {
            found.add(InetAddress.getByName(address));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1", "169.254.10.1", "169.254.20.11", "fe80::1",
            "fe80::20:10"})
    void loopback_and_link_local_addresses_are_free(String address) throws UnknownHostException {
        assertThat(NOBODY.refusal("host", addresses(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "192.168.1.1", "8.8.8.8", "0.0.0.0", "172.16.0.1", "fd00::1", "fd00:ec2::254",
            "2001:db8::1", "::ffff:10.0.0.1"})
    void others_are_refused_with_what_to_say(String address) throws UnknownHostException {
        assertThat(NOBODY.refusal("shop.example", addresses(address))).hasValueSatisfying(
                sentence -> assertThat(sentence).startsWith("shop.example is ")
                        .endsWith("which is neither loopback nor link-local; if you may load it, say --i-may-load shop.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "::ffff:169.254.169.254", "169.254.169.253", "169.254.170.2", "169.254.170.23",
            "169.254.20.10", "fe80::a9fe:a9fe"})
    void services_of_the_platform_are_refused_although_they_are_link_local(String address) throws UnknownHostException {
        assertThat(NOBODY.refusal("metadata", addresses(address))).hasValueSatisfying(sentence -> assertThat(sentence)
                .endsWith(", which is a service of the platform; if you may load it, say --i-may-load metadata"));
        assertThat(new Permission(Set.of("metadata")).refusal("metadata", addresses(address))).isEmpty();
    }

    @Test
    void one_address_that_is_not_free_is_enough_to_refuse() throws UnknownHostException {
        assertThat(NOBODY.refusal("host", addresses("127.0.0.1", "10.0.0.1"))).isPresent();
    }

    @Test
    void a_name_that_nobody_knows_does_no_harm() {
        assertThat(NOBODY.refusal("nowhere.invalid", List.of())).isEmpty();
    }

    @Test
    void who_is_named_may_be_loaded_however_the_name_is_written() throws UnknownHostException {
        var permission = new Permission(Set.of("Shop.Example.", "[FD00::1]", "10.0.0.1"));
        assertThat(permission.refusal("shop.example", addresses("10.0.0.2"))).isEmpty();
        assertThat(permission.refusal("SHOP.example.", addresses("10.0.0.2"))).isEmpty();
        assertThat(permission.refusal("[fd00::1]", addresses("fd00::1"))).isEmpty();
        assertThat(permission.refusal("10.0.0.1", addresses("10.0.0.1"))).isEmpty();
        assertThat(permission.refusal("other.example", addresses("10.0.0.1"))).isPresent();
    }
}
