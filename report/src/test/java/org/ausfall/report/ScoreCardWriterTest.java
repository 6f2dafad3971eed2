package org.ausfall.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.Scale;
import org.ausfall.core.backtest.BackTest;
import org.ausfall.core.backtest.Comparison;
import org.ausfall.core.backtest.EarlierEstimate;
import org.ausfall.core.backtest.FigureKind;
import org.ausfall.core.backtest.LaterFigure;
import org.ausfall.core.backtest.LaterReports;
import org.ausfall.core.backtest.LossFigure;
import org.ausfall.core.backtest.Meaning;
import org.ausfall.core.backtest.Measure;
import org.ausfall.core.backtest.PastEvent;
import org.ausfall.core.backtest.PastOutages;
import org.ausfall.core.backtest.Prior;
import org.ausfall.core.backtest.PriorName;
import org.ausfall.core.backtest.Priors;
import org.ausfall.core.backtest.RevenueQuality;
import org.ausfall.core.backtest.ScoreCard;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;
import org.ausfall.core.quantity.Share;
import org.ausfall.core.simulation.Seed;
import org.ausfall.report.console.ScoreCardSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCardWriterTest {
    private static final String HOSTILE = "<script>alert(1)</script>";

    @TempDir
    Path root;

    private static PastEvent event(String company, double affected) {
        return new PastEvent(
                "outage-" + affected,
                "An outage",
                company,
                "makers",
                "2020-05-04",
                Optional.of(48.0),
                Optional.of(new Share(affected)),
                Optional.empty(),
                Optional.of(Money.ofMillions(8760)),
                RevenueQuality.SOURCED,
                0,
                "A note.");
    }

    private static LossFigure figure(PastEvent event, double millions, Measure measure, boolean scored) {
        return new LossFigure(
                event.event(),
                event.company(),
                Optional.of(Money.ofMillions(millions)),
                Optional.empty(),
                Optional.empty(),
                measure,
                measure == Measure.LOST_REVENUE ? Optional.of(Meaning.GROSS) : Optional.empty(),
                FigureKind.COMPANY_REPORTED,
                scored,
                Optional.of(LocalDate.of(2020, 8, 1)),
                "a report",
                "",
                Place.of("actuals.csv", 2));
    }

    private static Priors priors() {
        List<Prior> priors = new ArrayList<>();
        for (PriorName name : PriorName.values()) {
            Belief belief = switch (name) {
                case SEVERITY_SCALE, SHARE_HIT, SEVERITY_SPREAD, SHARE_HIT_SPREAD, DURATION_H, RECAPTURE_SPREAD ->
                    new Belief.ThreePoint(Scale.LOG, 0.2, 0.4, 0.8, 0, 1e6);
                case RECAPTURE -> new Belief.ThreePoint(Scale.LOGIT, 0.1, 0.4, 0.8, 0, 1);
                default -> new Belief.Known(0.2);
            };
            priors.add(new Prior(name, belief, "unit", "assumption", "", "why"));
        }
        return new Priors(priors);
    }

    private static ScoreCard card(double firstLoss, String company) {
        PastEvent first = event(company, 0.5);
        PastEvent second = event("Beta", 0.25);
        return BackTest.run(
                new PastOutages(
                        List.of(first, second),
                        List.of(
                                figure(first, firstLoss, Measure.LOST_REVENUE, true),
                                figure(second, 6, Measure.LOST_REVENUE, true),
                                figure(second, 2, Measure.PROFIT, false)),
                        priors(),
                        List.of(),
                        List.of()),
                new BackTest.Settings(true, 500, new Seed(1)));
    }

    private static LaterReports later(ScoreCard card) {
        LossFigure figure = figure(card.past().events().get(0), 7, Measure.LOST_REVENUE, false);
        LaterFigure later = new LaterFigure(
                figure,
                new BigDecimal("5000000"),
                "EUR",
                Optional.of(new LaterFigure.Rate(new BigDecimal("1.4"), "a bank", LocalDate.of(2020, 7, 1))));
        List<EarlierEstimate> estimates = card.events().stream()
                .map(event -> EarlierEstimate.of(event.estimate()))
                .toList();
        return new LaterReports(Comparison.of(List.of(later), estimates), List.of(), List.of());
    }

    private String written(ScoreCard card, LaterReports later, String file) throws IOException {
        return Files.readString(
                ScoreCardWriter.write(card, later, SampleFindings.run(), root).resolve(file));
    }

    @Test
    void folder_holdsTheNamedFilesOnly() {
        ScoreCard card = card(12, "Alpha");
        Path folder = ScoreCardWriter.write(card, LaterReports.NONE, SampleFindings.run(), root);
        assertThat(folder).isEqualTo(root.resolve("backtest"));
        assertThat(folder.toFile().list()).containsExactlyInAnyOrderElementsOf(ScoreCardWriter.FILES);
    }

    @Test
    void page_startsInPlainWords_thenShowsEveryRange_thenTheFigures() throws IOException {
        String html = written(card(12, "Alpha"), LaterReports.NONE, "scorecard.html");
        assertThat(html)
                .startsWith("<!doctype html>\n<html lang=\"en\">")
                .contains("<p class=\"headline\">Of 2 losses that companies later reported, 2 lay in the range")
                .contains("No loss lies outside its 90 % range.")
                .contains("Companies report large, long losses")
                .doesNotContain("NaN", "<script", "http://", "https://", "Reported since");
        assertThat(html.indexOf("headline")).isLessThan(html.indexOf("<svg"));
        assertThat(html.indexOf("<svg")).isLessThan(html.indexOf("id=\"figures\""));
        assertThat(html.split("class=\"published halo\"", -1)).hasSize(3);
    }

    @Test
    void miss_isSaidAndExplained() throws IOException {
        ScoreCard card = card(4000, "Alpha");
        String html = written(card, LaterReports.NONE, "scorecard.html");
        assertThat(html)
                .contains("loss lies outside the 90 % range:")
                .contains(
                        "Alpha, 2020-05: it lost 170 times what the part that was hit earns in that time; the range was")
                .contains("A note.")
                .contains("<strong class=\"mark\">above the range</strong>");
    }

    @Test
    void hostileName_isEscaped() throws IOException {
        ScoreCard card = card(12, HOSTILE);
        assertThat(written(card, later(card), "scorecard.html"))
                .doesNotContain("<script")
                .contains("&lt;script");
        assertThat(written(card(12, "=1+1"), LaterReports.NONE, "scorecard.csv"))
                .contains("'=1+1");
    }

    @Test
    void laterFigure_isShown_andChangesNothingElse() throws IOException {
        ScoreCard card = card(12, "Alpha");
        String without = written(card, LaterReports.NONE, "scorecard.csv");
        assertThat(written(card, later(card), "scorecard.csv")).isEqualTo(without);
        assertThat(written(card, later(card), "scorecard.html"))
                .contains("<h2 id=\"since\">Reported since</h2>")
                .contains("EUR 5000000 at 1.4 USD (a bank, 2020-07-01)");
        assertThat(ScoreCardSummary.render(card, later(card), "out/backtest", 100))
                .contains("Reported since: the 90 % ranges made before held")
                .contains("Score card: out/backtest/scorecard.html");
    }

    @Test
    void nothingScored_isSaid() throws IOException {
        ScoreCard empty = BackTest.run(
                new PastOutages(List.of(event("Alpha", 0.5)), List.of(), priors(), List.of(), List.of()),
                new BackTest.Settings(true, 500, new Seed(1)));
        assertThat(written(empty, LaterReports.NONE, "scorecard.html"))
                .contains("No loss that a company reported could be compared with an estimate.")
                .doesNotContain("<svg");
        assertThat(written(empty, LaterReports.NONE, "scores.csv"))
                .isEqualTo("measure,value,lower,upper,inside,events,unit\n");
    }
}
