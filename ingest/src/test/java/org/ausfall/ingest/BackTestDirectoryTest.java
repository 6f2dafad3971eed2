package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.LossFigure;
import org.ausfall.core.backtest.Meaning;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.PastOutages;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackTestDirectoryTest {
    private static final Path OWN_DATA = Path.of("..", "data");
    private static final String EVENTS = "past-events.csv";
    private static final String ACTUALS = "actuals.csv";
    private static final String MODELS = "models.csv";
    private static final String PRIORS = "priors.csv";
    private static final String EVENT_HEADER =
            "event,title,company,kind_of_business,start,duration_hours,affected_share,"
                    + "digital_share,annual_revenue_usd_m,revenue_quality,revenue_year\n";
    private static final String FIGURE_HEADER =
            "event,company,measure,meaning,amount_usd_m,low_usd_m,high_usd_m,kind,score,date,source\n";
    private static final String LATER_HEADER =
            "event,company,amount,currency,measure,kind,source,date,rate,rate_source,rate_date,meaning\n";

    @TempDir
    private Path root;

    @BeforeEach
    void writeValidFolder() throws IOException {
        write(EVENTS, EVENT_HEADER + "one,Outage,Alpha,makers,2020-05,48,0.5,,1000,sourced,2019\n");
        write(ACTUALS, FIGURE_HEADER + "one,Alpha,lost_revenue,gross,3,,,company-reported,yes,2020-08-01,here\n");
        write(MODELS, FIGURE_HEADER + "one,Alpha,lost_revenue,gross,5,4,6,third-party estimate,no,,there\n");
        Files.copy(
                OWN_DATA.resolve("backtest").resolve(PRIORS),
                root.resolve("backtest").resolve(PRIORS));
    }

    private void write(String file, String text) {
        try {
            Files.createDirectories(root.resolve("backtest"));
            Files.writeString(root.resolve("backtest").resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(String file, String row) {
        try {
            Path path = root.resolve("backtest").resolve(file);
            Files.writeString(path, Files.readString(path) + row + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked<PastOutages> read() {
        return BackTestDirectory.of(root).read(BadRowLimit.DEFAULT);
    }

    @Test
    void ownData_isReadWithoutProblems() {
        Checked<PastOutages> past = BackTestDirectory.of(OWN_DATA).read(BadRowLimit.DEFAULT);
        assertThat(past.problems()).isEmpty();
        PastOutages read = past.value().orElseThrow();
        assertThat(read.figures().stream().filter(LossFigure::scored)).hasSize(14);
        assertThat(read.figures()).hasSize(77);
        assertThat(read.figures().stream()
                        .filter(LossFigure::scored)
                        .map(figure -> figure.key().split("/", 2)[0])
                        .distinct())
                .as("outages among the scored")
                .hasSize(11);
    }

    @Test
    void row_becomesAnEvent() {
        PastEvent event = read().value().orElseThrow().events().get(0);
        assertThat(event.key()).isEqualTo("one/Alpha");
        assertThat(event.revenueAgeYears()).isEqualTo(1);
        assertThat(event.knowsShareHit()).isTrue();
        assertThat(event.knownShareHit()).isEqualTo(0.5);
    }

    /** File, a row to add to it, column, value, reason. */
    static Stream<Arguments> badRows() {
        return Stream.of(
                arguments(EVENTS, "two,Outage,,makers,2020-05,48,,,1,sourced,", "company", "", Reason.MISSING_VALUE),
                arguments(EVENTS, "one,Outage,Alpha,m,2020-05,48,,,1,sourced,", "event", "one", Reason.DUPLICATE),
                arguments(EVENTS, "two,Outage,B,m,May 2020,48,,,1,sourced,", "start", "May 2020", Reason.WRONG_TYPE),
                arguments(EVENTS, "two,Outage,B,m,2020-05,0,,,1,sourced,", "duration_hours", "0", Reason.OUT_OF_RANGE),
                arguments(
                        EVENTS,
                        "two,Outage,B,m,2020-05,90000,,,1,sourced,",
                        "duration_hours",
                        "90000",
                        Reason.OUT_OF_RANGE),
                arguments(
                        EVENTS, "two,Outage,B,m,2020-05,1,50%,,1,sourced,", "affected_share", "50%", Reason.WRONG_TYPE),
                arguments(EVENTS, "two,Outage,B,m,2020-05,1,0,,1,sourced,", "affected_share", "0", Reason.OUT_OF_RANGE),
                arguments(EVENTS, "two,Outage,B,m,2020-05,1,,,1,,", "revenue_quality", "", Reason.MISSING_VALUE),
                arguments(
                        EVENTS,
                        "two,Outage,B,m,2020-05,1,,,0,sourced,",
                        "annual_revenue_usd_m",
                        "0",
                        Reason.OUT_OF_RANGE),
                arguments(
                        ACTUALS, "two,B,profit,,3,,,company-reported,no,,here", "company", "B", Reason.UNKNOWN_COMPANY),
                arguments(
                        ACTUALS,
                        "one,Alpha,lost_revenue,,3,,,company-reported,no,,here",
                        "meaning",
                        "",
                        Reason.MISSING_VALUE),
                arguments(
                        ACTUALS,
                        "one,Alpha,lost_revenue,gross,3,,,third-party estimate,no,,here",
                        "kind",
                        "third-party estimate",
                        Reason.CONTRADICTION),
                arguments(
                        MODELS,
                        "one,Alpha,profit,,3,,,company-reported,no,,here",
                        "kind",
                        "company-reported",
                        Reason.CONTRADICTION),
                arguments(
                        ACTUALS,
                        "one,Alpha,profit,,3,,,company-reported,yes,,here",
                        "score",
                        "yes",
                        Reason.CONTRADICTION),
                arguments(
                        ACTUALS,
                        "one,Alpha,lost_revenue,net,3,,,company-reported,yes,,here",
                        "score",
                        "yes",
                        Reason.DUPLICATE),
                arguments(
                        ACTUALS,
                        "one,Alpha,profit,,3,,,company-reported,no,1.2.2020,x",
                        "date",
                        "1.2.2020",
                        Reason.WRONG_TYPE),
                arguments(
                        ACTUALS,
                        "one,Alpha,profit,,-3,,,company-reported,no,,x",
                        "amount_usd_m",
                        "-3",
                        Reason.OUT_OF_RANGE));
    }

    @ParameterizedTest
    @MethodSource("badRows")
    void badRow_isLeftOut_withPlaceValueAndReason(String file, String row, String column, String value, Reason reason) {
        append(file, row);
        Checked<PastOutages> past = read();
        assertThat(past.value()).isPresent();
        assertThat(past.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().file()).isEqualTo("backtest/" + file);
            assertThat(problem.place().line()).isEqualTo(3);
            assertThat(problem.place().column()).isEqualTo(column);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.effect()).isEqualTo(Problem.Effect.ROW_REJECTED);
        });
    }

    @Test
    void missingPrior_refusesTheFile() throws IOException {
        Path priors = root.resolve("backtest").resolve(PRIORS);
        Files.writeString(
                priors,
                String.join(
                        "\n",
                        Files.readAllLines(priors).stream()
                                .filter(line -> !line.startsWith("event_share"))
                                .toList()));
        assertThat(read().value()).isEmpty();
        assertThat(read().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.value()).isEqualTo("event_share");
            assertThat(problem.effect()).isEqualTo(Problem.Effect.FILE_REFUSED);
        });
    }

    @Test
    void missingModels_areNoted_missingActualsRefuse() throws IOException {
        Files.delete(root.resolve("backtest").resolve(MODELS));
        assertThat(read().value()).isPresent();
        Files.delete(root.resolve("backtest").resolve(ACTUALS));
        assertThat(read().value()).isEmpty();
    }

    private Checked<BackTestDirectory.Later> later(String rows) throws IOException {
        Path file = root.resolve("quarter.csv");
        Files.writeString(file, LATER_HEADER + rows, StandardCharsets.UTF_8);
        return BackTestDirectory.readLater(file, read().value().orElseThrow(), root.resolve("out"));
    }

    @Test
    void laterFigure_isRead_lostRevenueIsGrossUnlessSaid() throws IOException {
        LaterFigure figure = later("one,Alpha,3500000,USD,lost_revenue,company-reported,10-Q,2020-11-01,,,,\n")
                .value()
                .orElseThrow()
                .figures()
                .get(0);
        assertThat(figure.figure().usd()).contains(3.5e6);
        assertThat(figure.figure().meaning()).contains(Meaning.GROSS);
        assertThat(figure.rate()).isEmpty();
    }

    @Test
    void optionalColumns_mayBeMissing() throws IOException {
        Path file = root.resolve("quarter.csv");
        Files.writeString(file, """
                event,company,amount,currency,measure,kind,source,date
                one,Alpha,3500000,USD,lost_revenue,company-reported,10-Q,2020-11-01
                """);
        assertThat(BackTestDirectory.readLater(file, read().value().orElseThrow(), root)
                        .problems())
                .isEmpty();
    }

    @Test
    void otherCurrency_withRateSourceAndDate_isTurnedIntoDollars() throws IOException {
        LaterFigure figure = later(
                        "one,Alpha,3000000,GBP,lost_revenue,company-reported,10-Q,2020-11-01,1.30,Bank of England,2020-10-30,\n")
                .value()
                .orElseThrow()
                .figures()
                .get(0);
        assertThat(figure.figure().usd()).contains(3.9e6);
        assertThat(figure.rate().orElseThrow().source()).isEqualTo("Bank of England");
    }

    /** A row, column, value, reason. */
    static Stream<Arguments> badLaterRows() {
        return Stream.of(
                arguments(
                        "one,Alpha,3000000,GBP,lost_revenue,company-reported,s,2020-11-01,,,,",
                        "currency",
                        "GBP",
                        Reason.MISSING_VALUE),
                arguments(
                        "one,Alpha,3000000,GBP,lost_revenue,company-reported,s,2020-11-01,1.3,,,",
                        "currency",
                        "GBP",
                        Reason.MISSING_VALUE),
                arguments(
                        "one,Alpha,3000000,GBP,profit,company-reported,s,2020-11-01,0,me,2020-11-01,",
                        "rate",
                        "0",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "two,Alpha,3000000,USD,profit,company-reported,s,2020-11-01,,,,",
                        "event",
                        "two",
                        Reason.UNKNOWN_NAME),
                arguments(
                        "one,Beta,3000000,USD,profit,company-reported,s,2020-11-01,,,,",
                        "company",
                        "Beta",
                        Reason.UNKNOWN_COMPANY),
                arguments(
                        "one,Alpha,3.5,USD,lost_revenue,company-reported,s,2020-11-01,,,,",
                        "amount",
                        "3.5",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "one,Alpha,-3000000,USD,profit,company-reported,s,2020-11-01,,,,",
                        "amount",
                        "-3000000",
                        Reason.OUT_OF_RANGE),
                arguments(
                        "one,Alpha,3000000,usd,profit,company-reported,s,2020-11-01,1,m,2020-01-01,",
                        "currency",
                        "usd",
                        Reason.WRONG_TYPE),
                arguments(
                        "one,Alpha,3000000,USD,revenue,company-reported,s,2020-11-01,,,,",
                        "measure",
                        "revenue",
                        Reason.UNKNOWN_NAME),
                arguments("one,Alpha,3000000,USD,profit,company-reported,s,,,,,", "date", "", Reason.MISSING_VALUE));
    }

    @ParameterizedTest
    @MethodSource("badLaterRows")
    void badLaterRow_isLeftOut_andTheRestIsUsed(String row, String column, String value, Reason reason)
            throws IOException {
        Checked<BackTestDirectory.Later> later =
                later(row + "\none,Alpha,4000000,USD,profit,company-reported,s,2021-01-01,,,,\n");
        assertThat(later.value().orElseThrow().figures()).hasSize(1);
        assertThat(later.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(2);
            assertThat(problem.place().column()).isEqualTo(column);
            assertThat(problem.value()).isEqualTo(value);
            assertThat(problem.reason()).isEqualTo(reason);
        });
    }

    @Test
    void scores_giveTheTrackRecord() {
        assertThat(BackTestDirectory.of(root).readTrackRecord().record()).isEmpty();
        write("scores.csv", "measure,inside,events\nskill,,14\ncoverage_90,12,14\n");
        assertThat(BackTestDirectory.of(root).readTrackRecord().record()).contains(new TrackRecord(12, 14));
        write("scores.csv", "measure,inside,events\ncoverage_90,15,14\n");
        BackTestDirectory.Past broken = BackTestDirectory.of(root).readTrackRecord();
        assertThat(broken.record()).isEmpty();
        assertThat(broken.problems()).isNotEmpty();
    }
}
