package id.tanggap.file.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final byte[] PLAIN = "Lampu mati".getBytes(StandardCharsets.UTF_8);

    private static final String OLD_KEY =
            "014c9326bb9805fa8f85882c12aa9fdedc08d0e01806120aee59476341abd4b8d22bf3c400a112613fd829c3d4e5b3cd9613f324e144a7176ac2a2bafa";
    private static final String OLD = "014c9326bb9805fa8f85882c122c310c6db1c307645d624c5db06a3d18df74d3081993a681ceb0";

    private final UUID owner = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();
    private final Envelope envelope = new Envelope(master(1));
    private final byte[] key = envelope.newKey(owner);

    @Test
    void opensWhatItSealed() {
        var sealed = envelope.seal(owner, key, place, PLAIN);

        assertThat(envelope.open(owner, key, place, sealed)).isEqualTo(PLAIN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Lampu");
        assertThat(envelope.seal(owner, key, place, PLAIN)).isNotEqualTo(sealed);
    }

    @Test
    void knowsTheKeysThatItMade() {
        assertThat(envelope.knows(owner, key)).isTrue();
        assertThat(envelope.knows(UUID.randomUUID(), key)).isFalse();
        assertThat(new Envelope(master(2)).knows(owner, key)).isFalse();
    }

    @Test
    void opensForItsOwnerAtItsPlaceWithItsKeysAlone() {
        var sealed = envelope.seal(owner, key, place, PLAIN);
        var another = UUID.randomUUID();

        assertThatThrownBy(() -> envelope.open(another, key, place, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> envelope.open(owner, key, another, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> envelope.open(owner, envelope.newKey(owner), place, sealed))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Envelope(master(2)).open(owner, key, place, sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noticesEveryFlippedBitAndEveryMissingEnd() {
        var sealed = envelope.seal(owner, key, place, PLAIN);

        for (int i = 0; i < sealed.length; i++) {
            var flipped = sealed.clone();
            flipped[i] ^= 1;
            var cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> envelope.open(owner, key, place, flipped))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> envelope.open(owner, key, place, cut)).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Sealed by the vault before there was this room: what was kept opens. */
    @Test
    void opensWhatWasSealedLongAgo() {
        var id = UUID.fromString("01a13337-b942-78c2-9c7b-2193ffbf2786");

        assertThat(envelope.open(id, hex(OLD_KEY), id, hex(OLD))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c2hvcnQ=", "", "not base64!"})
    void refusesAMasterKeyOfAnotherLength(String key) {
        assertThatThrownBy(() -> MasterKey.read("TANGGAP_FILES_MASTER_KEY", key))
                .hasMessage("TANGGAP_FILES_MASTER_KEY has to be 32 bytes in base64");
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static MasterKey master(int each) {
        var bytes = new byte[MasterKey.BYTES];
        Arrays.fill(bytes, (byte) each);
        return MasterKey.read("TEST", Base64.getEncoder().encodeToString(bytes));
    }
}
