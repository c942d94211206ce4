package meshadvisor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "docker.io/istio/proxyv2:1.22.4          | docker.io/istio/proxyv2        | proxyv2 | 1.22.4",
            "proxyv2                                 | proxyv2                        | proxyv2 | ''",
            "registry.example:5000/team/cart         | registry.example:5000/team/cart | cart   | ''",
            "registry.example:5000/team/cart:7       | registry.example:5000/team/cart | cart   | 7",
            "cr.l5d.io/linkerd/proxy:edge-1@sha256:0 | cr.l5d.io/linkerd/proxy        | proxy   | edge-1",
            "cart@sha256:1f2e                        | cart                           | cart    | ''"})
    void an_image_is_repository_name_and_tag(String image, String repository, String name, String tag) {
        assertThat(ImageReference.repository(image)).isEqualTo(repository);
        assertThat(ImageReference.name(image)).isEqualTo(name);
        assertThat(ImageReference.tag(image)).isEqualTo(tag);
    }
}
