package id.tanggap.bench.replay;

/** A catalogue as intake gives it. */
final class CatalogueFixture {
    static final String JSON = """
            [{"id":"surakarta","name":"Kota Surakarta","categories":[
                {"id":"penerangan-jalan","name":"Penerangan jalan umum","aliases":["PJU","banjir"]},
                {"id":"banjir","name":"Banjir dan genangan","aliases":[]}]},
             {"id":"karanganyar","name":"Kabupaten Karanganyar","categories":[]}]
            """;

    private CatalogueFixture() {}
}
