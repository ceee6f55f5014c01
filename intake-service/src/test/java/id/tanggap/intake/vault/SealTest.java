package id.tanggap.intake.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.contracts.vocabulary.ContactWay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final Identity SITI = new Identity(
            "Siti", Identity.given("081200001111", "siti@contoh.id"), null, "Lampu mati", null, "7KQ29F3M");

    private final UUID complaint = UUID.randomUUID();
    private final Seal seal = seal((byte) 1);

    @Test
    void opensWhatItSealed() {
        var sealed = seal.seal(complaint, SITI);

        assertThat(seal.open(complaint, sealed.wrappedKey(), sealed.content())).isEqualTo(SITI);
        assertThat(new String(sealed.content(), StandardCharsets.ISO_8859_1)).doesNotContain("Siti");
    }

    @Test
    void findsTheHandlesOfWhatWasSealedBeforeThereWereAny() throws IOException {
        var before = new ObjectMapper().readValue("""
                {"name":"Siti","phone":"081200001111","email":"siti@contoh.id","text":"Lampu mati","secret":"7KQ29F3M"}
                """, Identity.class);

        assertThat(before).isEqualTo(SITI);
    }

    @Test
    void keepsWhichAccountOfOursKnowsTheCitizen() {
        var writes = new Handle(ContactWay.WHATSAPP, "628110000000", "628120000111", null);
        var identity = new Identity(null, List.of(writes), null, "Lampu mati", null, "7KQ29F3M");
        var sealed = seal.seal(complaint, identity);

        assertThat(seal.open(complaint, sealed.wrappedKey(), sealed.content()).handles())
                .containsExactly(writes);
        assertThat(identity.ways()).containsExactly(ContactWay.WHATSAPP);
        assertThat(identity.phone()).isNull();
    }

    @Test
    void doesNotOpenForAnotherComplaint() {
        var sealed = seal.seal(complaint, SITI);

        assertThatThrownBy(() -> seal.open(UUID.randomUUID(), sealed.wrappedKey(), sealed.content()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenWithAnotherMasterKeyNorAfterOneFlippedBit() {
        var sealed = seal.seal(complaint, SITI);

        assertThatThrownBy(() -> seal((byte) 2).open(complaint, sealed.wrappedKey(), sealed.content()))
                .isInstanceOf(IllegalStateException.class);
        for (int i = 0; i < sealed.content().length; i++) {
            var flipped = sealed.content().clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> seal.open(complaint, sealed.wrappedKey(), flipped))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void knowsTheSecretOfEachComplaint() {
        var hash = seal.seal(complaint, SITI).secretHash();

        assertThat(seal.proves(complaint, "7KQ29F3M", hash)).isTrue();
        assertThat(seal.proves(complaint, "7KQ29F3N", hash)).isFalse();
        assertThat(seal.proves(UUID.randomUUID(), "7KQ29F3M", hash)).isFalse();
    }

    @Test
    void opensLaterWordsWithTheKeyOfTheirComplaintAtTheirPlaceOnly() {
        var key = seal.seal(complaint, SITI).wrappedKey();
        var place = UUID.randomUUID();

        var words = seal.sealWords(complaint, key, place, "Dekat gapura");

        assertThat(seal.openWords(complaint, key, place, words)).isEqualTo("Dekat gapura");
        assertThat(new String(words, StandardCharsets.ISO_8859_1)).doesNotContain("gapura");
        assertThatThrownBy(() -> seal.openWords(complaint, key, UUID.randomUUID(), words))
                .isInstanceOf(IllegalStateException.class);
        var another = UUID.randomUUID();
        var anotherKey = seal.seal(another, SITI).wrappedKey();
        assertThatThrownBy(() -> seal.openWords(another, anotherKey, place, words))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesAShortMasterKey() {
        assertThatThrownBy(() -> new Seal(new ObjectMapper(), "c2hvcnQ="))
                .hasMessageContaining("TANGGAP_VAULT_MASTER_KEY");
    }

    @Test
    void printsNothingOfAPerson() {
        assertThat(SITI.toString()).doesNotContain("Siti", "Lampu");
    }

    private static Seal seal(byte keyByte) {
        var key = new byte[32];
        java.util.Arrays.fill(key, keyByte);
        return new Seal(new ObjectMapper(), Base64.getEncoder().encodeToString(key));
    }
}
