package id.tanggap.file.content;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            lampu baru.jpg,             lampu baru.jpg
            Lampu.JPEG,                 Lampu.JPEG
            C:\\foto\\lampu baru.jpg,   lampu baru.jpg
            ../../etc/passwd,           passwd.jpg
            foto.webp,                  foto.jpg
            foto.png,                   foto.jpg
            laporan v1.2,               laporan v1.2.jpg
            foto.exe,                   foto.exe.jpg
            .jpg,                       berkas.jpg
            '',                         berkas.jpg
            '   ',                      berkas.jpg
            'foto\u202Egpj.exe',        fotogpj.exe.jpg
            '\u200Bfoto\u0000.jpg\n',   foto.jpg
            """)
    void isFreeOfWhatCannotBeSeenAndTellsTheKind(String sent, String kept) {
        assertThat(FileName.of(sent, Kind.JPEG, "berkas")).isEqualTo(kept);
    }

    @Test
    void isThereWhenNoneWasSent() {
        assertThat(FileName.of(null, Kind.PDF, "berkas")).isEqualTo("berkas.pdf");
    }

    @Property
    void isShortAndReadableWhateverWasSent(@ForAll String sent) {
        var name = FileName.of(sent, Kind.PNG, "berkas");

        assertThat(name).endsWithIgnoringCase(".png").doesNotContainPattern("[/\\\\\\p{Cc}\\p{Cf}]");
        assertThat(name.codePointCount(0, name.length())).isLessThanOrEqualTo(155);
    }
}
