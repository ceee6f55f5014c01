package id.tanggap.intake.participation;

import java.util.Arrays;
import java.util.List;

/**
 * The nine elements of the satisfaction survey (Permen PANRB 14/2017) in their order, with what 1 to 4 mean for each.
 *
 * @param name as the survey's scores call it
 */
public record SurveyElement(String name, String question, List<String> words) {
    public static final int BEST = 4;
    public static final List<SurveyElement> ALL = List.of(
            element(
                    "requirements",
                    "Bagaimana persyaratan untuk menyampaikan aduan?",
                    "Tidak sesuai",
                    "Kurang sesuai",
                    "Sesuai",
                    "Sangat sesuai"),
            element(
                    "procedure",
                    "Bagaimana kemudahan cara menyampaikan dan memantau aduan?",
                    "Tidak mudah",
                    "Kurang mudah",
                    "Mudah",
                    "Sangat mudah"),
            element(
                    "time",
                    "Bagaimana kecepatan penanganannya?",
                    "Tidak cepat",
                    "Kurang cepat",
                    "Cepat",
                    "Sangat cepat"),
            element(
                    "cost",
                    "Bagaimana biayanya? Layanan ini seharusnya gratis.",
                    "Sangat mahal",
                    "Cukup mahal",
                    "Murah",
                    "Gratis"),
            element(
                    "result",
                    "Bagaimana kesesuaian hasil dengan yang dijanjikan?",
                    "Tidak sesuai",
                    "Kurang sesuai",
                    "Sesuai",
                    "Sangat sesuai"),
            element(
                    "competence",
                    "Bagaimana kemampuan petugas?",
                    "Tidak mampu",
                    "Kurang mampu",
                    "Mampu",
                    "Sangat mampu"),
            element(
                    "conduct",
                    "Bagaimana kesopanan dan keramahan petugas?",
                    "Tidak sopan",
                    "Kurang sopan",
                    "Sopan",
                    "Sangat sopan"),
            element(
                    "complaintHandling",
                    "Bagaimana pengaduan, saran, dan masukan dikelola?",
                    "Tidak dikelola",
                    "Kurang dikelola",
                    "Dikelola",
                    "Dikelola dengan baik"),
            element(
                    "facilities",
                    "Bagaimana mutu situs, aplikasi, atau loketnya?",
                    "Buruk",
                    "Cukup",
                    "Baik",
                    "Sangat baik"));

    private static SurveyElement element(String name, String question, String... words) {
        return new SurveyElement(name, question, Arrays.asList(words));
    }
}
