package id.tanggap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class DigestTest {
    @Property
    void readsWhatItWrote(@ForAll @Size(32) byte[] bytes) {
        var digest = Digest.of(bytes);

        assertThat(Digest.parse(digest.hex())).isEqualTo(digest).hasSameHashCodeAs(digest);
        assertThat(digest.bytes()).isEqualTo(bytes);
    }

    @Property
    void hasOneSpelling(@ForAll String text) {
        assertThat(Digest.isWritten(text)).isFalse();
    }

    @Example
    void isWrittenInSmallLetters() {
        var capitals = Digest.sha256().hex().toUpperCase(Locale.ROOT);

        assertThatIllegalArgumentException().isThrownBy(() -> Digest.parse(capitals));
    }

    @Example
    void belongsToNobodyElse() {
        var digest = Digest.sha256();

        digest.bytes()[0]++;

        assertThat(digest).isEqualTo(Digest.sha256());
    }

    @Example
    void hasThirtyTwoBytes() {
        assertThatIllegalArgumentException().isThrownBy(() -> Digest.of(new byte[31]));
    }
}
