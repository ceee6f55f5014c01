package id.tanggap.intake.past.reading;

import static org.assertj.core.api.Assertions.assertThat;

import id.tanggap.contracts.event.ImportEvent.ImportSource;
import id.tanggap.contracts.event.ImportEvent.ImportedState;
import id.tanggap.contracts.vocabulary.Channel;
import id.tanggap.contracts.vocabulary.ComplaintType;
import id.tanggap.contracts.vocabulary.Visibility;
import id.tanggap.intake.past.told.PastComplaint;
import id.tanggap.intake.past.told.PastComplaint.AgencyTold;
import id.tanggap.intake.past.told.PastComplaint.Handling;
import id.tanggap.intake.past.told.PastComplaint.Kind;
import id.tanggap.intake.past.told.PastComplaint.Origin;
import id.tanggap.intake.past.told.PastComplaint.Subject;
import id.tanggap.intake.past.told.PastComplaint.Words;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PastComplaintTest {
    private static final PastComplaint COMPLAINT = new PastComplaint(
            new Origin(ImportSource.SP4N, "1", "SP4N-1", Channel.WEB),
            new Kind(ComplaintType.ORDINARY, Visibility.PUBLIC),
            new Words("Wagimin", "Lampu", "Lampu mati"),
            new Subject("penerangan-jalan", "33.72.01", new AgencyTold("dishub", "Dinas Perhubungan")),
            Instant.parse("2024-03-05T02:10:00Z"),
            new Handling(ImportedState.ANSWERED, Instant.parse("2024-03-06T02:10:00Z"), "Sudah diganti"));

    /** What was taken over is known by their fingerprint; other bytes would make all of it changed. */
    @Test
    void isToldByBytesThatStay() {
        assertThat(COMPLAINT.told())
                .asString()
                .isEqualTo(String.join(
                        "\0",
                        "SP4N-1",
                        "Wagimin",
                        "WEB",
                        "ORDINARY",
                        "PUBLIC",
                        "Lampu",
                        "Lampu mati",
                        "penerangan-jalan",
                        "33.72.01",
                        "dishub",
                        "2024-03-05T02:10:00Z",
                        "ANSWERED",
                        "2024-03-06T02:10:00Z",
                        "Sudah diganti"));
    }

    @Test
    void printsNeitherWordsNorPerson() {
        assertThat(COMPLAINT.toString() + COMPLAINT.words() + COMPLAINT.handling())
                .doesNotContainIgnoringCase("wagimin")
                .doesNotContainIgnoringCase("lampu")
                .doesNotContain("diganti");
    }
}
