package id.tanggap.governments.routing;

import java.util.Arrays;

/** What the word before a name says about it, from the weakest to the strongest. */
enum Cue {
    /** It is called so, but is no place of ours: a street, a person, a regency. */
    SOMETHING_ELSE(
            "jalan jl jln dijalan raya gang gg tol ke dari arah simpang stasiun pak bapak bu ibu mas mbak sdr sdri saudara"
                    + " saudari nama bernama kab kabupaten kota pemkab pemkot bupati sungai kali bengawan gunung bus bis toko"
                    + " warung indomaret alfamart rs rsud universitas makam tpu"),
    NOTHING(""),
    WITHIN("di sekitar seputar warga"),
    AROUND("kampung kampoeng kp dukuh dusun dk dsn daerah wilayah kawasan area"),
    VILLAGE("kelurahan kel kalurahan lurah desa ds kades"),
    DISTRICT("kecamatan kec camat");

    private final String words;

    Cue(String words) {
        this.words = " " + words + " ";
    }

    static Cue of(String word) {
        return Arrays.stream(values())
                .filter(cue -> cue.words.contains(" " + word + " "))
                .findFirst()
                .orElse(NOTHING);
    }

    /** Whether what follows is a place even where its name is a word of every day. */
    boolean tellsAPlace() {
        return compareTo(AROUND) >= 0;
    }

    /** Two that tell the kind are as strong. */
    Cue strength() {
        return tellsTheKind() ? VILLAGE : this;
    }

    boolean tellsTheKind() {
        return compareTo(VILLAGE) >= 0;
    }
}
