package org.ausfall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of other monitors through all commands, as an analyst would use them; files are made by hand. */
class FormatsTest {
    private static final String WINDOW = "2017-02-28T17:37:00Z/2017-02-28T21:54:00Z";
    private static final String BASELINE = "2017-02-28T12:00:00Z/2017-02-28T17:37:00Z";

    @TempDir
    Path folder;

    private Path file(String name, String text) {
        Path file = folder.resolve(name);
        Commands.write(file, text);
        return file;
    }

    private static String jtl(String host, int seconds) {
        StringBuilder rows = new StringBuilder("timeStamp,elapsed,label,responseCode,success,URL\n");
        for (int minute = 0; minute < 480; minute += 5) {
            boolean during = minute >= 337;
            long time = 1_488_283_200_000L + minute * 60_000L + seconds * 1_000L;
            rows.append(time)
                    .append(during ? ",2500" : ",1000")
                    .append(",Home,200,true,https://")
                    .append(host)
                    .append("/\n");
        }
        return rows.toString();
    }

    private Commands.Outcome measure(String out, String... more) {
        String[] words = new String[more.length + 7];
        System.arraycopy(
                new String[] {
                    "measure",
                    "--window",
                    WINDOW,
                    "--baseline",
                    BASELINE,
                    "--out",
                    folder.resolve(out).toString()
                },
                0,
                words,
                0,
                7);
        System.arraycopy(more, 0, words, 7, more.length);
        return Commands.run(words);
    }

    @Test
    void exportMeasured_saysWhatItWasReadAs() throws IOException {
        Path jtl = file("results.jtl", jtl("shop.example", 0));

        Commands.Outcome outcome = measure("m", jtl.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err())
                .isEqualTo("ausfall: " + jtl + ": read as jmeter: its header names timeStamp, elapsed, responseCode\n");
        assertThat(outcome.out()).contains("96 rows read, 0 rejected, 1 site.").contains("1 of 1 measurable");
        assertThat(Files.readString(folder.resolve("m/sites.csv"))).contains("shop.example");
        assertThat(Files.readString(folder.resolve("m/run.json")))
                .contains("\"format\"")
                .contains("auto");
    }

    @Test
    void convertedAndMeasured_isTheSameAsMeasured() throws IOException {
        Path jtl = file("results.jtl", jtl("shop.example", 0));
        Path converted = folder.resolve("out/converted.csv.gz");
        Files.createDirectories(converted.getParent());

        Commands.Outcome conversion = Commands.run("convert", jtl.toString(), "--out", converted.toString());
        measure("a", jtl.toString());
        Commands.Outcome again = measure("b", converted.toString());

        assertThat(conversion.exit()).isZero();
        assertThat(conversion.out())
                .isEqualTo("96 measurements written from 96 rows, 0 rejected.\nConverted: " + converted + "\n");
        assertThat(again.err()).contains("read as ausfall-csv");
        for (String name : new String[] {"sites.csv", "timeline.csv"}) {
            assertThat(Files.readString(folder.resolve("b").resolve(name)))
                    .isEqualTo(Files.readString(folder.resolve("a").resolve(name)));
        }
    }

    @Test
    void ownCsvBesideAnotherFormat_needsAKind() {
        Path jtl = file("results.jtl", jtl("shop.example", 0));
        Path own = file("own.csv", "timestamp,site,location,duration_ms,status\n2017-02-28T17:40:00Z,a,b,5,200\n");

        assertThat(measure("x", jtl.toString(), own.toString()).err()).contains("--kind");
        Commands.Outcome outcome = measure("y", jtl.toString(), own.toString(), "--kind", "full_response", "--sha256");
        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("97 rows read");
    }

    @Test
    void optionsThatMeanNothing_areRefusedWithWhatToWrite() {
        Path jtl = file("results.jtl", jtl("shop.example", 0));

        assertThat(measure("x", jtl.toString(), "--format", "nagios").err()).contains("one of ausfall-csv, prometheus");
        assertThat(measure("x", jtl.toString(), "--zone", "Mars").err()).contains("Europe/Berlin");
        assertThat(measure("x", jtl.toString(), "--kind", "speed").err()).contains("page_load");
        assertThat(measure("x", jtl.toString(), "--unit", "h").exit()).isEqualTo(Exit.USAGE);
        assertThat(measure("x", jtl.toString(), "--decimal", "either").exit()).isEqualTo(Exit.USAGE);
        assertThat(measure(
                                "x",
                                jtl.toString(),
                                "--format",
                                folder.resolve("no.yaml").toString())
                        .err())
                .contains("no such file");
    }

    @Test
    void unknownFormat_isRefusedWithAWayOut() {
        Path odd = file("odd.txt", "a,b\n1,2\n");

        Commands.Outcome outcome = measure("x", odd.toString());
        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err()).contains("no known format").contains("ausfall formats");
        assertThat(Commands.run(
                                "convert",
                                odd.toString(),
                                "--out",
                                folder.resolve("o.csv").toString())
                        .exit())
                .isEqualTo(Exit.DATA);
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @Test
    void tooManyBadRows_leaveTheOldFileAsItWas() {
        Path bad = file("bad.jtl", "timeStamp,elapsed,label,success\nx,1,a,true\ny,1,a,true\nz,1,a,true\n");
        Path out = file("out.csv", "old\n");

        Commands.Outcome outcome = Commands.run("convert", bad.toString(), "--out", out.toString());

        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err()).contains("3 of 3 rows are bad");
        assertThat(Commands.lines(out)).containsExactly("old");
    }

    @Test
    void moreSitesThanAllowed_refuseAConversion() {
        Path two = file("two.jtl", "timeStamp,elapsed,label,success\n1488303432000,1,a,true\n1488303433000,1,b,true\n");
        Path out = folder.resolve("two.csv");

        Commands.Outcome outcome = Commands.run("convert", two.toString(), "--max-sites", "1", "--out", out.toString());

        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err()).contains("too many different sites or locations; raise the limit of 1 sites");
        assertThat(out).doesNotExist();
        assertThat(Commands.run("convert", two.toString(), "--max-sites", "2", "--out", out.toString())
                        .out())
                .startsWith("2 measurements written from 2 rows, 0 rejected.");
    }

    @Test
    void repeatsConvertedWithDedupe_areWrittenOnce() {
        Path twice =
                file("twice.jtl", "timeStamp,elapsed,label,success\n1488303432000,1,a,false\n1488303432000,1,a,true\n");
        Path out = folder.resolve("once.csv");

        assertThat(Commands.run("convert", twice.toString(), "--dedupe", "--out", out.toString())
                        .out())
                .startsWith("1 measurement written from 2 rows, 0 rejected.");
        assertThat(Commands.lines(out)).hasSize(2).last().asString().contains(",ok,");
    }

    @Test
    void kindsAtOneTime_areNoRepeats() {
        Path both = file("both.csv", """
                timestamp,site,location,duration_ms,status,kind
                2017-02-28T17:40:00Z,a,b,5,200,page_load
                2017-02-28T17:40:00Z,a,b,2,200,ttfb
                """);
        Path out = folder.resolve("kinds.csv");

        Commands.run("convert", both.toString(), "--dedupe", "--out", out.toString());

        assertThat(Commands.lines(out)).hasSize(3);
    }

    @Test
    void outThatIsNoFile_orWouldBeZstandard_isRefused() throws IOException {
        String jtl = file("results.jtl", jtl("shop.example", 0)).toString();
        Path taken = Files.createDirectory(folder.resolve("taken"));

        Commands.Outcome onFolder = Commands.run("convert", jtl, "--out", taken.toString());
        assertThat(onFolder.exit()).isEqualTo(Exit.USAGE);
        assertThat(onFolder.err()).contains("name a file");
        assertThat(taken).isDirectory();
        Commands.Outcome packed =
                Commands.run("convert", jtl, "--out", folder.resolve("o.zst").toString());
        assertThat(packed.exit()).isEqualTo(Exit.USAGE);
        assertThat(packed.err()).contains(".csv.gz");
    }

    @Test
    void fileConverted_mayBeReadByWhomeverOtherNewFilesMayBe() throws IOException {
        Path other = file("results.jtl", jtl("shop.example", 0));
        Path out = folder.resolve("mode.csv");

        Commands.run("convert", other.toString(), "--out", out.toString());

        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no[*.csv", "no{*.csv"})
    void patternThatIsNone_matchesNoFile(String pattern) {
        Commands.Outcome outcome = Commands.run("detect", pattern);

        assertThat(outcome.exit()).isEqualTo(Exit.NO_INPUT);
        assertThat(outcome.err()).contains("no file matches " + pattern);
    }

    @Test
    void root_isRefusedAsInput() {
        assertThat(Commands.run("detect", "/").exit()).isIn(Exit.DATA, Exit.NO_INPUT);
    }

    @Test
    void nothingToConvert_isRefused() {
        Path bad = file("bad.jtl", "timeStamp,elapsed,label,success\nx,1,a,true\n");
        Path out = folder.resolve("none.csv");

        Commands.Outcome outcome = Commands.run("convert", bad.toString(), "--out", out.toString());

        assertThat(outcome.exit()).isEqualTo(Exit.DATA);
        assertThat(outcome.err()).contains("no measurement").contains("timeStamp: 'x'");
        assertThat(out).doesNotExist();
    }

    @Test
    void ownDescriptor_isUsed() {
        Path yaml = file("acme.yaml", """
                id: acme
                title: Acme
                time: {columns: [When]}
                site: [{column: Shop}]
                durations: {page_load: {column: Took, unit: s}}
                kind: page_load
                """);
        Path data = file("acme.txt", "When;Shop;Took\n2017-02-28T17:40:00Z;a;1.5\n");
        Path out = folder.resolve("acme.csv");

        Commands.Outcome outcome =
                Commands.run("convert", data.toString(), "--format", yaml.toString(), "--out", out.toString());

        assertThat(outcome.exit()).isZero();
        assertThat(Commands.lines(out).get(1)).isEqualTo("2017-02-28T17:40:00.000Z,a,-,1500.000,,ok,page_load,1");
    }

    @Test
    void standardInput_isReadInAnyFormat() {
        Commands.Outcome outcome = Commands.run(
                jtl("shop.example", 0).getBytes(StandardCharsets.UTF_8),
                "convert",
                "-",
                "--out",
                folder.resolve("in.csv").toString());

        assertThat(outcome.out()).startsWith("96 measurements written from 96 rows");
    }

    @Test
    void formats_areListedAndExplained() {
        assertThat(Commands.run("formats").out())
                .contains("k6: k6 results (CSV)")
                .contains("| metric_name,timestamp,");
        assertThat(Commands.run("formats", "k6").out())
                .startsWith("# k6 results (CSV)")
                .contains("## Beware");
        assertThat(Commands.run("formats", "nagios").exit()).isEqualTo(Exit.USAGE);
    }

    @Test
    void pages_areWritten() {
        assertThat(Commands.run("formats", "--pages", folder.resolve("pages").toString())
                        .exit())
                .isZero();
        assertThat(folder.resolve("pages/jmeter.md")).isRegularFile();
    }

    private Path event() {
        Path event = folder.resolve("event");
        Commands.write(event.resolve("event.yaml"), """
                id: own-outage
                title: Own outage
                window: {start: "2017-02-28T17:37:00Z", end: "2017-02-28T19:37:00Z", given_by: us}
                published_threshold: 20%
                population: {scope: own-shops, label: shops, sector: Consumer Discretionary}
                baseline: {start: "2017-02-28T12:00:00Z", end: "2017-02-28T17:37:00Z"}
                recovery:
                  reads: [{at: "2017-02-28T17:37:00Z", missing: 1}, {at: "2017-02-28T19:37:00Z", missing: 0}]
                  writes: [{at: "2017-02-28T17:37:00Z", missing: 1}, {at: "2017-02-28T19:37:00Z", missing: 0}]
                """);
        Commands.write(event.resolve("retailers.csv"), """
                retailer,name,domain,ticker,web_sales_usd_m,year,provenance,source
                alpha,Alpha Shop,alpha.example,,1000,2016,reported,own books
                beta,Beta Shop,,,500,2016,reported,own books
                """);
        Commands.write(event.resolve("measurements/a.jtl"), jtl("www.alpha.example", 0));
        Commands.write(event.resolve("measurements/b.jtl"), jtl("shopfront-12.example", 7));
        return event;
    }

    private Commands.Outcome report(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "report",
                event().toString(),
                "--draws",
                "100",
                "--out",
                folder.resolve("o").toString()));
        words.addAll(List.of(more));
        return Commands.run(words.toArray(String[]::new));
    }

    private List<String> affected() {
        return Commands.lines(folder.resolve("o/own-outage/retailers.csv")).stream()
                .filter(line -> line.contains(",affected,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void reportFromExports_findsRetailersByDomain_andNotesTheOthers() {
        Commands.Outcome outcome = report();

        assertThat(outcome.exit()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("a.jtl: read as jmeter");
        assertThat(affected()).containsExactly("alpha");
        assertThat(Commands.lines(folder.resolve("o/own-outage/problems.csv")))
                .anyMatch(line -> line.contains("shopfront-12.example") && line.contains("unknown_retailer"))
                .anyMatch(line -> line.contains("read_as") && line.contains("b.jtl"));
    }

    @Test
    void aliasesOfTheEvent_nameRetailers() {
        Commands.write(folder.resolve("event/aliases.csv"), "site,retailer\nshopfront-12.example,beta\n");

        assertThat(report().exit()).isZero();
        assertThat(affected()).containsExactly("alpha", "beta");
    }

    @Test
    void aliasesNamedOnTheCommandLine_replaceThoseOfTheEvent() {
        Path aliases = file("names.csv", "site,retailer\nshopfront-12.example,beta\nother,nobody\n");

        assertThat(report("--sites", aliases.toString()).exit()).isZero();
        assertThat(affected()).containsExactly("alpha", "beta");
        assertThat(report("--sites", folder.resolve("none.csv").toString()).exit())
                .isEqualTo(Exit.NO_INPUT);
    }
}
