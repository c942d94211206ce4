package meshadvisor.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"cart", "cart:1.2", "registry.example:5000/shop/cart", "shop/cart@sha256:1f2e", "shop/cart:1.2@sha256:1f2e"})
    void a_folder_is_called_like_its_image_without_registry_tag_and_digest(String image) {
        String skaffold = "build: {artifacts: [{image: \"" + image + "\", context: src/cart}]}";
        assertThat(ImageNames.in("shop/skaffold.yaml", skaffold.getBytes(UTF_8))).singleElement().satisfies(found -> {
            assertThat(found.folder()).isEqualTo("shop/src/cart");
            assertThat(found.name().text()).isEqualTo("cart");
        });
    }
}
