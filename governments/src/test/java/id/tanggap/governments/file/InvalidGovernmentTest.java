package id.tanggap.governments.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.tanggap.governments.Governments;
import id.tanggap.governments.ImaginedGovernment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidGovernmentTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    /** In each row: a file, what is replaced in it, by what, and the fault that must be told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        government.yaml | name: Pem      | nama: Pem            | 2: nama: is an unknown field, expected one of regionCode, timeZone, id, name, numberPrefix, defaultAgency, letterhead, accounts, landmarks, satisfaction
        government.yaml | id: gerbang    | id: gerbong          | 1: id: "gerbong" is not valid, expected the name of its folder, gerbang
        government.yaml | GRT            | Grt1                 | 3: numberPrefix: "Grt1" is not valid, expected two to four capital letters
        government.yaml | Asia/Jayapura  | Asia/Solo            | 4: timeZone: "Asia/Solo" is not valid, expected a time zone such as Asia/Jakarta
        sop.yaml        | within: 6,     | within: six,         | 7: promise.within: "six" is not valid, expected a whole number above 0
        sop.yaml        | within: 6,     | within: 0,           | 7: promise.within: "0" is not valid, expected a whole number above 0
        sop.yaml        | WORKING_DAYS, pausable | DAYS, pausable | 7: promise.unit: "DAYS" is not valid, expected one of WORKING_DAYS, WORKING_HOURS, WORKING_MINUTES, HOURS, MINUTES
        sop.yaml        | ladder: janji  | ladder: tangga       | 7: promise.ladder: "tangga" is not valid, expected the id of a ladder in sop.yaml
        sop.yaml        | pausable: true | pausable: ya         | 7: promise.pausable: "ya" is not valid, expected true or false
        sop.yaml        | automaticFrom: 0.8 | automaticFrom: 80 | 10: dispatch.automaticFrom: "80" is not valid, expected a share from 0 to 1
        sop.yaml        | maxHops: 1     | maxHops: -1          | 11: redelegation.maxHops: "-1" is not valid, expected a whole number from 0
        sop.yaml        | group: Grup Gerbang | # tanpa grup      | 29: steps[1].does: forwards to a group that the file does not name, expected "group" at the top
        sop.yaml        | at: 1, to      | at: 0.2, to          | 18: ladders[0].rungs[1].at: 0.2 comes after 0.5, expected rising shares
        sop.yaml        | to: COORDINATOR | to: BUPATI          | 18: ladders[0].rungs[1].to: "BUPATI" is not valid, expected one of AGENCY_ADMIN, AGENCY_HEAD, COORDINATOR, SERVICE_OWNER, PATRON
        sop.yaml        | id: grup       | id: terima           | 29: steps[1].id: "terima" is used twice, expected each once
        sop.yaml        | [complaint.forwarded-to-group.v1] | [complaint.dreamt.v1] | 29: steps[1].completes[0]: "complaint.dreamt.v1" is not valid, expected an event such as complaint.received.v1
        sop.yaml        | [recap.compiled.v1] | [complaint.closed.v1] | 38: steps[10].completes[0]: "complaint.closed.v1" is not valid, expected an event such as recap.compiled.v1
        sop.yaml        | does: VERIFY   | does: GUESS          | 28: steps[0].does: "GUESS" is not valid, expected one of VERIFY, FORWARD_TO_GROUP, END_GROUP_WAIT, DISPATCH, REDELEGATE, SEND, RESUME, CLOSE
        government.yaml | defaultAgency: kominfo | defaultAgency: kom | 6: defaultAgency: "kom" is not valid, expected an id from agencies.yaml
        government.yaml | letterhead:    | kop:                 | 1: letterhead: is missing, expected fields with values
        government.yaml | office: Dinas  | kantor: Dinas        | 8: letterhead.office: is missing, expected a text
        government.yaml | office: Dinas  | kantor: Dinas        | 8: letterhead.kantor: is an unknown field, expected one of office, address, contact, place, recipient
        regions.yaml    | 99.01.02.2002  | 99.03.02.2002        | 11: districts[1].villages[1].code: "99.03.02.2002" is not valid, expected a region code inside 99.01.02
        regions.yaml    | 99.01.02.2002  | 99.01.02.2001        | 11: districts[1].villages[1].code: "99.01.02.2001" is used twice, expected each once
        regions.yaml    | kind: KELURAHAN | kind: NAGARI        | 5: districts[0].villages[0].kind: "NAGARI" is not valid, expected one of KELURAHAN, DESA
        boundaries.geojson | "FeatureCollection" | "Topology"   | 2: type: "Topology" is not valid, expected FeatureCollection
        boundaries.geojson | "source"    | "sumber"             | 1: source: is missing, expected a text
        boundaries.geojson | 100         | "teliti"             | 4: accuracy: "teliti" is not valid, expected metres, a whole number above 0
        boundaries.geojson | "99.01.02"  | "99.01.03"           | 15: features[1].properties.code: "99.01.03" is not valid, expected the code of a district in regions.yaml
        boundaries.geojson | "99.01.02"  | "99.01.01"           | 15: features[1].properties.code: "99.01.01" is used twice, expected each once
        boundaries.geojson | "99.01.02"  | "99.01.01"           | 5: features: lack 99.01.02, Hilir, expected every district of regions.yaml
        boundaries.geojson | "Hilir"     | "Hulu"               | 15: features[1].properties.name: "Hulu" is not 99.01.02, expected Hilir as in regions.yaml
        boundaries.geojson | "Polygon"   | "Point"              | 17: features[1].geometry.type: "Point" is not valid, expected Polygon or MultiPolygon
        boundaries.geojson | [138.4, -2.2] | [-2.2, 138.4]      | 18: features[1].geometry.coordinates: hold what is no place on earth, expected closed rings of [longitude, latitude] in degrees
        boundaries.geojson | [138.4, -2.2] | ["a", -2.2]        | 18: features[1].geometry.coordinates: hold what is no place on earth, expected closed rings of [longitude, latitude] in degrees
        boundaries.geojson | [138.4, -2.1], [138.3, -2.1]]] | [138.4, -2.1]]] | 18: features[1].geometry.coordinates: hold a ring that is not closed, expected closed rings of [longitude, latitude] in degrees
        boundaries.geojson | [138.3, -2.2], [138.4, -2.2],  | ''        | 18: features[1].geometry.coordinates: hold a ring of fewer than four points, expected closed rings of [longitude, latitude] in degrees
        agencies.yaml   | id: pu         | id: kominfo          | 3: agencies[1].id: "kominfo" is used twice, expected each once
        agencies.yaml   | id: pu         | id: Dinas PU         | 3: agencies[1].id: "Dinas PU" is not valid, expected lower-case letters and digits joined by hyphens
        agencies.yaml   | shortName: BPN | short: BPN           | 4: agencies[2].short: is an unknown field, expected one of id, kind, district, name, shortName, divisions
        agencies.yaml   | shortName: BPN | short: BPN           | 4: agencies[2].shortName: is missing, expected a text
        agencies.yaml   | kind: VERTICAL | kind: [VERTICAL]     | 4: agencies[2].kind: is a list, expected one of OPD, REGIONAL_ENTERPRISE, DISTRICT, VERTICAL
        agencies.yaml   | , district: 99.01.02 | ''             | 6: agencies[4].district: is missing, expected the code of a district in regions.yaml
        agencies.yaml   | district: 99.01.02 | district: 99.01.01 | 6: agencies[4].district: "99.01.01" has an office already, expected one office per district
        agencies.yaml   | parent: jalan  | parent: jembatan      | 3: agencies[1].divisions[1].parent: "jembatan" is not valid, expected the id of a division above it that has no parent itself
        agencies.yaml   | id: jembatan   | id: jalan             | 3: agencies[1].divisions[1].id: "jalan" is used twice, expected each once
        sop.yaml        | [OVERSIGHT]    | [OVERSEER]            | 39: approval[0]: "OVERSEER" is not valid, expected a class of complaint
        categories.yaml | id: wilayah    | id: jalan            | 3: categories[1].id: "jalan" is used twice, expected each once
        categories.yaml | infrastruktur  | jalan berlubang      | 2: categories[0].aliases: "jalan berlubang" already means jalan, expected each label once
        categories.yaml | [Jalan Berlubang, infrastruktur] | lubang | 2: categories[0].aliases: is not a list, expected a list, each a label
        calendar.yaml   | 13:00-16:00    | 11:00-16:00          | 2: week.MONDAY: 11:00-16:00 overlaps 08:00-12:00, expected hours one after the other
        calendar.yaml   | 13:00-16:00    | 16:00-13:00          | 2: week.MONDAY: 16:00-13:00 is reversed, expected an end after the beginning
        calendar.yaml   | 13:00-16:00    | 13:00-25:00          | 2: week.MONDAY[1]: "13:00-25:00" is not valid, expected hours such as 07:30-12:00
        calendar.yaml   | FRIDAY         | JUMAT                | 6: week.JUMAT: is an unknown field, expected one of MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY
        calendar.yaml   | 2026-02-09     | 2026-02-30           | 15: localHolidays[0].date: "2026-02-30" is not valid, expected a date such as 2026-08-17
        calendar.yaml   | to: 2026-03-20 | to: 2026-01-20       | 12: seasons[0].periods[0].to: 2026-01-20 is before 2026-02-19, expected the last day of the period
        calendar.yaml   | shared/holidays.yaml | ../holidays.yaml | 13: holidays: "../holidays.yaml" is not valid, expected a file such as national/holidays.yaml
        routing.yaml    | to: pu         | to: dpu              | 8: rules[1].to: "dpu" is not valid, expected an id from agencies.yaml or DISTRICT_OFFICE
        routing.yaml    | [wilayah]      | [wilaya]             | 16: rules[3].when.categories[0]: "wilaya" is not valid, expected an id from categories.yaml
        routing.yaml    | 99.01.02.2002  | 33.72.01             | 3: rules[0].when.region: "33.72.01" is not valid, expected a code from regions.yaml
        routing.yaml    | id: tanah      | id: jalan            | 10: rules[2].id: "jalan" is used twice, expected each once
        routing.yaml    | {words: [Sertifikat Tanah, bpn]} | {} | 11: rules[2].when: is empty, expected types, categories, words, scene or region
        routing.yaml    | precision: 0.95 | precision: 95       | 14: rules[2].measured.precision: "95" is not valid, expected a share from 0 to 1
        routing.yaml    | of: 120        | of: 0                | 14: rules[2].measured.of: "0" is not valid, expected how many complaints, a whole number above 0
        routing.yaml    | , on: aduan uji | ''                  | 14: rules[2].measured.on: is missing, expected a text
        routing.yaml    | {words: [Sertifikat Tanah, bpn]} | {categories: [jalan]} | 14: rules[2].measured: is given to a rule that goes by more than words or is never sure, expected none
        routing.yaml    | {scene: [dermaga, pelabuhan]} | {words: [dermaga], scene: [Dermaga]} | 24: rules[5].when.scene: "dermaga" is among the words, too, expected each in one list
        routing.yaml    | {scene: [dermaga, pelabuhan]} | {categories: [jalan], scene: [dermaga]} | 24: rules[5].when.scene: is given to a rule that goes by more than words, expected words
        routing.yaml    | to: kominfo    | to: DISTRICT_OFFICE  | 2: rules: has no default, expected a last rule without "when" that goes to an agency
        routing.yaml    | id: bawaan     | {id: bawaan          | 28: (file): is not YAML: expected ',' or '}', but got :, expected YAML
        """)
    void namesFileLineAndField(String file, String old, String changed, String fault) {
        Path pack = ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/" + file, old, changed)
                .directory();

        assertThat(faults(pack)).contains(pack.resolve("gerbang").resolve(file) + ":" + fault);
    }

    @Test
    void wantsADefaultRule() {
        ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/routing.yaml", "    to: kominfo", "    when: {words: [a]}\n    to: kominfo");

        assertThat(faults(directory)).singleElement().asString().contains("routing.yaml:2: rules: has no default");
    }

    @Test
    void wantsTheDefaultRuleAtTheEnd() {
        ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/routing.yaml", "    when: {categories: [jalan]}\n", "");

        assertThat(faults(directory))
                .first()
                .asString()
                .contains("routing.yaml:9: rules[2].id: comes after a rule that always matches");
    }

    @Test
    void tellsAllFaultsOfAllFilesAtOnce() {
        ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/government.yaml", "Asia/Jayapura", "Asia/Solo")
                .replacing("gerbang/agencies.yaml", "kind: VERTICAL", "kind: NATIONAL")
                .replacing("gerbang/routing.yaml", "to: pu", "to: dpu")
                .replacing("shared/holidays.yaml", "2026-08-17", "17 Agustus 2026");

        assertThat(faults(directory)).hasSize(4);
    }

    @Test
    void tellsOfSuggestionsThatNameNothing() {
        ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/regions.yaml", "districts:", "everydayWords: [Mangga, Entah]\ndistricts:")
                .replacing("gerbang/routing.yaml", "to: rsud", "to: rsud\n    suggests: tanah")
                .replacing("gerbang/routing.yaml", "to: pu", "to: pu\n    suggests: jalan");

        assertThat(faults(directory))
                .extracting(fault -> fault.replaceFirst(".*:(\\d+): ", ""))
                .containsExactlyInAnyOrder(
                        "everydayWords[1]: \"Entah\" is not valid, expected a name in this file",
                        "rules[4].suggests: \"tanah\" is not valid, expected an id from categories.yaml",
                        "rules[1].suggests: is given to a rule that goes by more than words, expected none");
    }

    @Test
    void tellsAMissingFileOnceAndNotEveryReferenceIntoIt() {
        ImaginedGovernment.copiedTo(directory).without("gerbang/agencies.yaml");

        assertThat(faults(directory))
                .containsExactly(
                        directory.resolve("gerbang/agencies.yaml") + ":1: (file): is missing, expected a YAML file");
    }

    @Test
    void tellsAFolderWithoutIndex() {
        assertThat(faults(directory))
                .containsExactly(directory.resolve("index.yaml") + ":1: (file): is missing, expected a YAML file");
    }

    @Test
    void refusesFilesThatAreEmptyOrNotUtf8OrNoMapping() {
        ImaginedGovernment.copiedTo(directory)
                .writing("gerbang/agencies.yaml", new byte[0])
                .writing("gerbang/categories.yaml", "categories: [Jalan \u00e9]".getBytes(StandardCharsets.ISO_8859_1))
                .writing("gerbang/regions.yaml", "- districts".getBytes(StandardCharsets.UTF_8));

        assertThat(faults(directory))
                .extracting(fault -> fault.substring(directory.toString().length() + 1))
                .containsExactly(
                        "gerbang/agencies.yaml:1: (file): is empty, expected fields with values",
                        "gerbang/categories.yaml:1: (file): is not in UTF-8, expected UTF-8",
                        "gerbang/regions.yaml:1: (file): is not a mapping, expected fields with values");
    }

    @Test
    void refusesAFieldGivenTwice() {
        ImaginedGovernment.copiedTo(directory)
                .replacing("gerbang/government.yaml", "numberPrefix: GRT", "numberPrefix: GRT\nnumberPrefix: GRX");

        assertThat(faults(directory))
                .singleElement()
                .asString()
                .contains("government.yaml:4: numberPrefix: is given twice");
    }

    private static List<String> faults(Path directory) {
        return Objects.requireNonNull(catchThrowableOfType(InvalidGovernment.class, () -> Governments.load(directory)))
                .faults();
    }
}
