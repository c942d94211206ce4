package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamMapTest {

    @Test
    void streams_are_found_by_their_numbers_as_in_a_map_of_the_library() {
        var random = new Random(7);
        var expected = new HashMap<Integer, ClientStream>();
        var streams = new StreamMap<>(ClientStream::new);
        for (int step = 0; step < 50_000; step++) {
            int id = 1 + 2 * random.nextInt(500) + (random.nextBoolean() ? 1 << 20 : 0); // many share a slot
            var known = expected.remove(id);
            assertThat(streams.get(id)).isSameAs(known);
            if (known == null) {
                expected.put(id, streams.add(id, 1));
            } else {
                streams.remove(known);
            }
            assertThat(streams.size()).isEqualTo(expected.size());
        }
        expected.forEach((id, stream) -> assertThat(streams.get(id)).isSameAs(stream));
    }

    @Test
    void a_stream_that_ended_is_used_again() {
        var streams = new StreamMap<>(ClientStream::new);
        var first = streams.add(1, 1);
        streams.remove(first);
        assertThat(streams.add(3, 1)).isSameAs(first);
        assertThat(streams.get(1)).isNull();
    }
}
