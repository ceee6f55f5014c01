package id.tanggap.e2e;

import static id.tanggap.e2e.Invented.karanganyar;
import static id.tanggap.e2e.Invented.oversight;
import static id.tanggap.e2e.Invented.secret;
import static id.tanggap.e2e.Invented.surakarta;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happens in a kept set, told through the front door on three days of one autumn: everything is invented. A day is
 * told on a platform whose clock stands at it, so that deadlines pass, months end and recaps fall due by themselves in
 * between. A later version that can do more gets one more day.
 */
final class KeptStory {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final String RECEIPTS = "receipts.json";
    private static final String DISHUB = "admin.dishub.solo";
    private static final String INSPEKTORAT = "admin.inspektorat.solo";
    private static final String DPUPR = "admin.dpupr.kra";

    private final KeptSet set;
    private final FrontDoor door;
    private final ObjectNode receipts;

    KeptStory(KeptSet set, FrontDoor door) throws IOException {
        this.set = set;
        this.door = door;
        receipts = set.file(RECEIPTS).toFile().exists()
                ? (ObjectNode) set.json(RECEIPTS)
                : JsonNodeFactory.instance.objectNode();
    }

    /** Number, secret and id of every complaint, by the name that the story gives it. */
    static Map<String, JsonNode> receipts(KeptSet set) throws IOException {
        Map<String, JsonNode> receipts = new TreeMap<>();
        set.json(RECEIPTS).properties().forEach(one -> receipts.put(one.getKey(), one.getValue()));
        return receipts;
    }

    /** Ends: an answer, a question that nobody replies to, the citizen's or the officer's word, the silence of the group. */
    void september() throws IOException {
        answersAndAsks();
        endsWithoutAnAnswer();
        isAskedInKaranganyar();
        takesOverThePast();
    }

    /** September's recap goes round once more and into the archive; an answer is approved, a promise is kept. */
    void october() throws IOException {
        awaitRecap("surakarta", "2026-09", "COMPILED", 1);
        archivesSeptember();
        recap("analis.kra", "karanganyar", "evaluation", of(1).put("text", "Satu instansi terlambat menerima."));
        recap("kepala.kra", "karanganyar", "decision", of(1).put("again", false));
        officer("auditor.solo", "/api/reporting/v1/audits/surakarta", object());
        keepsAPromise();
        approves();
        switchesAutomaticDispatch();
    }

    /** Every state that a case can be in while it runs. */
    void november() throws IOException {
        file("baru", surakarta("lalu-lintas", "Lampu kuning di simpang timur tidak menyala.", "Gita"));
        isWithTheDivision();
        isWithTheCitizen();
        isAnsweredOrDisputed();
        handsOver();
        isSecretOrToBeApproved();
        officer("koordinator.solo", intake("baru", "identity"), object().put("purpose", "menghubungi warga"));
        atTheGroupAndTheCounter();
    }

    private void answersAndAsks() throws IOException {
        accepted("terjawab", surakarta("lalu-lintas", "Lampu penyeberangan di depan pasar padam.", "Wulan"));
        answer(DISHUB, "terjawab", "Modul lampunya sudah diganti pagi ini.");
        survey("terjawab");
        accepted("tak-dibalas", surakarta("lalu-lintas", "Rambu di tikungan itu miring.", "Bayu"));
        ask("tak-dibalas", "Tikungan yang mana?");
        accepted("rahasia", secret(surakarta("lalu-lintas", "Petugas meminta uang di terminal.", "Kirana")));
        answer(DISHUB, "rahasia", "Petugas itu sudah kami panggil dan periksa.");
    }

    private void endsWithoutAnAnswer() throws IOException {
        accepted("ditarik", surakarta("parkir", "Karcis parkir tidak diberikan.", "Ratri"));
        citizen("ditarik", "withdrawal", object());
        file("bukan-aduan", surakarta("lainnya", "Dijual cepat sepeda bekas, harga bersahabat.", "Promo"));
        officer("petugas.solo", intake("bukan-aduan", "screening-out"), object().put("reason", "SPAM"));
        file("dirujuk", surakarta("lainnya", "Tiang listrik di gang kami condong.", "Seno"));
        officer("koordinator.solo", routing("dirujuk", "referral"), object().put("institution", "pln"));
    }

    private void isAskedInKaranganyar() throws IOException {
        file("grup-diam", karanganyar("Jembatan kecil di dusun kami retak.", "Darma"));
        file("grup-mengambil", karanganyar("Jalan desa berlubang di dekat balai.", "Laras"));
        officer(DPUPR, routing("grup-mengambil", "claim"), object());
        accept(DPUPR, "grup-mengambil");
        answer(DPUPR, "grup-mengambil", "Lubangnya sudah ditambal kemarin.");
        citizen("grup-mengambil", "objection", object().put("reason", "Yang ditambal bukan jalan itu."));
        answerObjection("Jalan yang dimaksud ditambal pekan ini.");
    }

    /** One level up: the head approves it. */
    private void answerObjection(String text) throws IOException {
        draft(DPUPR, "grup-mengambil", 0, text);
        officer(DPUPR, response("grup-mengambil", "approval-request"), object());
        officer("kepala.kra", response("grup-mengambil", "approval"), object().put("draftVersion", 1));
        officer(DPUPR, response("grup-mengambil", "answer"), object().put("draftVersion", 1));
    }

    private void keepsAPromise() throws IOException {
        accepted(
                "anonim",
                surakarta("lalu-lintas", "Marka jalan di depan sekolah pudar.", "Tirta")
                        .put("visibility", "ANONYMOUS"));
        ObjectNode promise = object().put("text", "Marka akan dicat ulang setelah hujan reda.");
        promise.put("followUp", "Mengecat ulang marka").put("followUpBy", "2026-10-30");
        officer(DISHUB, response("anonim", "answer"), promise);
        officer(DISHUB, response("anonim", "resolution"), object());
    }

    private void approves() throws IOException {
        file("pengawasan", oversight("Pungutan tidak resmi saat uji kendaraan."));
        accept(INSPEKTORAT, "pengawasan");
        draft(INSPEKTORAT, "pengawasan", 0, "Terlapor sudah kami periksa.");
        officer(INSPEKTORAT, response("pengawasan", "approval-request"), object());
        officer(
                "kepala.solo",
                response("pengawasan", "approval-refusal"),
                object().put("remark", "Sebutkan sanksinya."));
        draft(INSPEKTORAT, "pengawasan", 1, "Terlapor sudah kami periksa dan kami beri sanksi.");
        officer(INSPEKTORAT, response("pengawasan", "approval-request"), object());
        officer("kepala.solo", response("pengawasan", "approval"), object().put("draftVersion", 2));
        officer(INSPEKTORAT, response("pengawasan", "answer"), object().put("draftVersion", 2));
    }

    private void isWithTheDivision() throws IOException {
        accepted("di-bidang", surakarta("lalu-lintas", "Waktu hijau di simpang barat terlalu pendek.", "Hadi"));
        dispose("di-bidang");
        accepted("dijawab-bidang", surakarta("lalu-lintas", "Palang di jalan masuk terminal rusak.", "Indah"));
        dispose("dijawab-bidang");
        ObjectNode answer = object().put("text", "Palang diganti besok.");
        officer("lalin.dishub.solo", response("dijawab-bidang", "division-answer"), answer);
        worksOn("dijawab-bidang");
    }

    private void isWithTheCitizen() throws IOException {
        accepted("ditanya", surakarta("parkir", "Tarif parkir tidak sesuai karcis.", "Joko"));
        ask("ditanya", "Di jalan apa dan jam berapa?");
        accepted("dibalas", surakarta("parkir", "Parkir di trotoar menghalangi kursi roda.", "Kartika"));
        ask("dibalas", "Di sisi yang mana?");
        citizen("dibalas", "reply", object().put("text", "Di sisi utara, dekat halte."));
    }

    private void isAnsweredOrDisputed() throws IOException {
        accepted("dijawab", surakarta("lalu-lintas", "Cermin tikungan pecah.", "Lukman"));
        answer(DISHUB, "dijawab", "Cermin yang baru dipasang hari ini.");
        accepted("keberatan", surakarta("lalu-lintas", "Polisi tidur terlalu tinggi.", "Maya"));
        answer(DISHUB, "keberatan", "Tingginya sudah sesuai ketentuan.");
        citizen("keberatan", "objection", object().put("reason", "Sudah tiga sepeda motor jatuh."));
    }

    private void isSecretOrToBeApproved() throws IOException {
        accepted("rahasia-berjalan", secret(surakarta("parkir", "Juru parkir mengancam pembeli.", "Nanda")));
        ask("rahasia-berjalan", "Apakah ada saksi lain?");
        file("menunggu-persetujuan", oversight("Berkas sengaja diperlambat di loket."));
        accept(INSPEKTORAT, "menunggu-persetujuan");
        draft(INSPEKTORAT, "menunggu-persetujuan", 0, "Petugas loket sudah kami tegur.");
        officer(INSPEKTORAT, response("menunggu-persetujuan", "approval-request"), object());
    }

    private void handsOver() throws IOException {
        file("belum-bertujuan", surakarta("lainnya", "Suara dengung malam hari tidak jelas asalnya.", "Oki"));
        file("dikembalikan", surakarta("lalu-lintas", "Trotoar di depan halte ambles.", "Putri"));
        giveBack("dikembalikan");
        file("dialihkan", surakarta("lalu-lintas", "Gorong-gorong di tepi jalan terbuka.", "Rama"));
        giveBack("dialihkan");
        officer("koordinator.solo", routing("dialihkan", "destination"), object().put("agency", "dpupr"));
    }

    private void atTheGroupAndTheCounter() throws IOException {
        file("di-grup", karanganyar("Papan nama jalan hilang.", "Sari"));
        file("kra-berjalan", karanganyar("Talud di tepi sawah longsor.", "Teguh"));
        officer(DPUPR, routing("kra-berjalan", "claim"), object());
        accept(DPUPR, "kra-berjalan");
        ObjectNode letter = surakarta("lalu-lintas", "Surat warga: halte bocor saat hujan.", "Utami")
                .put("channel", "LETTER");
        receipts.set(
                "lewat-surat",
                officer("petugas.solo", "/api/intake/v1/counter/complaints", letter)
                        .json());
        remember();
        // What came last has arrived everywhere when its desk shows it.
        accept(DISHUB, "lewat-surat");
    }

    private void worksOn(String name) throws IOException {
        officer(DISHUB, response(name, "notes"), object().put("text", "Suku cadangnya ada di gudang."));
        draft(DISHUB, name, 0, "Palang diganti besok pagi.");
        until(() -> door.put(response(name, "assignment"), "{\"mine\":true}", door.as(DISHUB)));
        until(() -> door.upload(
                response(name, "evidence"),
                Invented.picture("palang.png"),
                with(DISHUB, "Content-Type", "multipart/form-data; boundary=batas")));
        officer(
                DISHUB,
                "/api/response/v1/templates",
                object().put("name", "Palang diganti").put("text", "Aduan {nomor} sudah ditangani {instansi}."));
    }

    private void takesOverThePast() throws IOException {
        JsonNode kept = until(() -> door.upload(
                        "/api/intake/v1/imports?name=maret-2019.csv",
                        Invented.past(),
                        with("analis.solo", "Content-Type", "text/csv")))
                .json();
        officer("analis.solo", "/api/intake/v1/imports/" + kept.path("id").asText() + "/run", object());
    }

    private void archivesSeptember() throws IOException {
        recap("analis.solo", "surakarta", "evaluation", of(1).put("text", "Satu pertanyaan tidak dibalas."));
        recap("kepala.solo", "surakarta", "decision", of(1).put("again", true).put("text", "Tambahkan keterangan."));
        recap("petugas.solo", "surakarta", "versions", object());
        awaitRecap("surakarta", "2026-09", "COMPILED", 2);
        recap("analis.solo", "surakarta", "evaluation", of(2).put("text", "Keterangan sudah ditambahkan."));
        recap("kepala.solo", "surakarta", "decision", of(2).put("again", false));
        recap(
                "kepala.solo",
                "surakarta",
                "disposition",
                of(2).put("text", "Instansi agar membagi tugasnya lebih baik."));
        for (String kind : new String[] {"xlsx", "docx"}) {
            String path = "/api/reporting/v1/recaps/surakarta/2026-09/versions/2/documents/" + kind;
            officer("petugas.solo", path, object());
            until("READY", "state", () -> door.get(path, door.as("petugas.solo")));
        }
        recap("arsip.solo", "surakarta", "archive", of(2));
    }

    private void switchesAutomaticDispatch() {
        for (boolean enabled : new boolean[] {false, true}) {
            until(() -> door.put(
                    "/api/routing/v1/automatic-dispatch", "{\"enabled\":" + enabled + "}", door.as("koordinator.kra")));
        }
    }

    private void awaitRecap(String government, String month, String state, int version) {
        String path = "/api/reporting/v1/recaps/" + government + "/" + month;
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode recap = door.get(path, door.as("petugas.solo")).orFail().json();
            assertThat(recap.path("state").asText()).isEqualTo(state);
            assertThat(recap.path("version").asInt()).isEqualTo(version);
        });
    }

    private void recap(String user, String government, String deed, ObjectNode body) {
        officer(user, "/api/reporting/v1/recaps/" + government + "/2026-09/" + deed, body);
    }

    private void accepted(String name, ObjectNode complaint) throws IOException {
        file(name, complaint);
        accept(DISHUB, name);
    }

    private void accept(String user, String name) {
        officer(user, response(name, "accept"), object());
    }

    private void answer(String user, String name, String text) {
        officer(user, response(name, "answer"), object().put("text", text));
    }

    private void ask(String name, String question) {
        officer(DISHUB, response(name, "information-request"), object().put("question", question));
    }

    private void giveBack(String name) {
        officer(DISHUB, routing(name, "return"), object().put("reason", "NOT_OUR_DUTY"));
    }

    private void dispose(String name) {
        ObjectNode disposition = object().put("division", "lalu-lintas").put("instruction", "Periksa di tempat.");
        officer(DISHUB, response(name, "disposition"), disposition.put("dueAt", "2026-11-30T04:00:00Z"));
    }

    private void draft(String user, String name, int version, String text) {
        String body = object().put("text", text).put("version", version).toString();
        until(() -> door.put(response(name, "draft"), body, door.as(user)));
    }

    private void survey(String name) {
        ObjectNode scores = object();
        for (String element :
                "requirements procedure time cost result competence conduct complaintHandling facilities".split(" ")) {
            scores.put(element, scores.size() % 2 + 3);
        }
        citizen(name, "survey", object().put("comment", "Cepat dan ramah.").set("scores", scores));
    }

    private void file(String name, ObjectNode complaint) throws IOException {
        receipts.set(name, until(() -> door.file(complaint, Map.of())).json());
        remember();
    }

    private void remember() throws IOException {
        set.write(RECEIPTS, receipts);
    }

    private void citizen(String name, String word, JsonNode body) {
        JsonNode receipt = receipts.path(name);
        String path = "/api/intake/v1/complaints/" + receipt.path("number").asText() + "/" + word;
        until(() -> door.post(
                path,
                body.toString(),
                Map.of("Tanggap-Secret", receipt.path("secret").asText())));
    }

    private FrontDoor.Answer officer(String user, String path, JsonNode body) {
        return until(() -> door.post(path, body.toString(), door.as(user)));
    }

    private interface Deed {
        FrontDoor.Answer did() throws IOException, InterruptedException;
    }

    /** What was done elsewhere arrives in its time: a deed that is refused meanwhile is tried again. */
    private static FrontDoor.Answer until(Deed deed) {
        return await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> deed.did().orFail(), answer -> true);
    }

    private static void until(String value, String field, Deed deed) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(deed.did().orFail().json().path(field).asText())
                                .isEqualTo(value));
    }

    private Map<String, String> with(String user, String header, String value)
            throws IOException, InterruptedException {
        Map<String, String> headers = new TreeMap<>(door.as(user));
        headers.put(header, value);
        return headers;
    }

    private String intake(String name, String deed) {
        return "/api/intake/v1/complaints/" + id(name) + "/" + deed;
    }

    private String routing(String name, String deed) {
        return "/api/routing/v1/cases/" + id(name) + "/" + deed;
    }

    private String response(String name, String deed) {
        return "/api/response/v1/cases/" + id(name) + "/" + deed;
    }

    private String id(String name) {
        return receipts.path(name).path("id").asText();
    }

    private static ObjectNode of(int version) {
        return object().put("version", version);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
