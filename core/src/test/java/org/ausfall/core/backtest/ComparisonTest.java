package org.ausfall.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.backtest.Comparison.Verdict;
import org.ausfall.core.problem.Place;
import org.ausfall.core.quantity.Money;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final EarlierEstimate ESTIMATE = new EarlierEstimate(
            "one",
            "Alpha",
            "back-test",
            new EarlierEstimate.Range(10e6, 20e6, 40e6),
            new EarlierEstimate.Range(5e6, 8e6, 12e6));

    private static LaterFigure later(double millions, Measure measure, Meaning meaning, String date, int line) {
        return new LaterFigure(
                new LossFigure(
                        "one",
                        "Alpha",
                        Optional.of(Money.ofMillions(millions)),
                        Optional.empty(),
                        Optional.empty(),
                        measure,
                        measure == Measure.LOST_REVENUE ? Optional.of(meaning) : Optional.empty(),
                        FigureKind.COMPANY_REPORTED,
                        false,
                        Optional.of(LocalDate.parse(date)),
                        "test",
                        "",
                        Place.of("later.csv", line)),
                BigDecimal.valueOf(millions * 1e6),
                "USD",
                Optional.empty());
    }

    private static Verdict only(LaterFigure figure) {
        return Comparison.of(List.of(figure), List.of(ESTIMATE)).get(0).verdict();
    }

    @Test
    void figure_liesInsideBelowOrAbove() {
        assertThat(only(later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2)))
                .isEqualTo(Verdict.INSIDE);
        assertThat(only(later(9, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2)))
                .isEqualTo(Verdict.BELOW);
        assertThat(only(later(41, Measure.LOST_REVENUE, Meaning.DEFERRED, "2020-01-01", 2)))
                .isEqualTo(Verdict.ABOVE);
    }

    @Test
    void netFigure_isComparedWithNet() {
        assertThat(only(later(15, Measure.LOST_REVENUE, Meaning.NET, "2020-01-01", 2)))
                .isEqualTo(Verdict.ABOVE);
        assertThat(only(later(9, Measure.LOST_REVENUE, Meaning.NET, "2020-01-01", 2)))
                .isEqualTo(Verdict.INSIDE);
    }

    @Test
    void correction_takesThePlaceOfTheEarlierFigure_whichStays() {
        LaterFigure first = later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2);
        LaterFigure corrected = later(45, Measure.LOST_REVENUE, Meaning.GROSS, "2020-03-01", 3);
        List<Comparison> comparisons = Comparison.of(List.of(corrected, first), List.of(ESTIMATE));
        assertThat(comparisons).extracting(Comparison::verdict).containsExactly(Verdict.CORRECTED, Verdict.ABOVE);
        assertThat(comparisons.get(0).correctedBy()).contains(corrected);
    }

    @Test
    void sameDay_theLastRowCounts() {
        LaterFigure first = later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2);
        LaterFigure second = later(16, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 3);
        assertThat(Comparison.of(List.of(first, second), List.of(ESTIMATE)))
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.CORRECTED, Verdict.INSIDE);
    }

    @Test
    void otherMeasures_areKeptApart_andCorrectNothing() {
        LaterFigure revenue = later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2);
        LaterFigure profit = later(9, Measure.PROFIT, Meaning.GROSS, "2020-03-01", 3);
        assertThat(Comparison.of(List.of(revenue, profit), List.of(ESTIMATE)))
                .extracting(Comparison::verdict)
                .containsExactly(Verdict.INSIDE, Verdict.KEPT_APART);
    }

    @Test
    void withoutEstimate_thereIsNoVerdict() {
        assertThat(Comparison.of(List.of(later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2)), List.of())
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NO_ESTIMATE);
    }

    @Test
    void otherCurrencyWithoutRate_cannotBe() {
        LaterFigure usd = later(15, Measure.LOST_REVENUE, Meaning.GROSS, "2020-01-01", 2);
        assertThatThrownBy(() -> new LaterFigure(usd.figure(), BigDecimal.ONE, "EUR", Optional.empty()))
                .hasMessageContaining("EUR needs a rate");
        assertThatThrownBy(() -> new LaterFigure.Rate(BigDecimal.ZERO, "test", LocalDate.EPOCH))
                .hasMessageContaining("above 0, was 0");
    }
}
