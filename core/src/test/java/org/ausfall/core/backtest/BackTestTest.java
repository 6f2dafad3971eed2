package org.ausfall.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.core.backtest.PastCases.event;
import static org.ausfall.core.backtest.PastCases.figure;
import static org.ausfall.core.backtest.PastCases.past;
import static org.ausfall.core.backtest.PastCases.profit;
import static org.ausfall.core.backtest.PastCases.scored;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ausfall.core.quantity.Interval;
import org.ausfall.core.simulation.Normal;
import org.ausfall.core.simulation.Seed;
import org.junit.jupiter.api.Test;

class BackTestTest {
    private static final BackTest.Settings LEFT_OUT = new BackTest.Settings(true, 20_000, new Seed(1));
    private static final BackTest.Settings PRIORS_ONLY = new BackTest.Settings(false, 20_000, new Seed(1));

    private final PastEvent alpha = event("one", "Alpha", 100, 0.5);
    private final PastEvent beta = event("one", "Beta", 50, 0.5);
    private final PastEvent gamma = event("two", "Gamma", 48, 1);
    private final PastEvent delta = event("three", "Delta", 200, 0.25);

    private static Estimate estimate(PastOutages past, BackTest.Settings settings, PastEvent event) {
        return BackTest.run(past, settings).estimates().stream()
                .filter(any -> any.event().equals(event))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutOthers_medianIsTheFormula() {
        Estimate estimate = estimate(past(List.of(alpha), List.of()), PRIORS_ONLY, alpha);
        assertThat(estimate.flatUsd()).isCloseTo(100e6, within(1.0));
        assertThat(estimate.hitUsd()).isCloseTo(50e6, within(1.0));
        assertThat(estimate.gross().median()).isCloseTo(50e6, within(1.5e6));
        assertThat(estimate.net().median()).isLessThan(estimate.gross().median());
    }

    @Test
    void unknownShare_isBelieved_andWidens() {
        PastEvent unknown = event("four", "Unknown", Optional.of(100.0), Optional.empty(), "makers");
        PastOutages past = past(List.of(alpha, unknown), List.of());
        Estimate known = estimate(past, PRIORS_ONLY, alpha);
        Estimate believed = estimate(past, PRIORS_ONLY, unknown);
        assertThat(believed.gross().median()).isCloseTo(40e6, within(1.5e6));
        assertThat(ratio(believed.gross())).isGreaterThan(ratio(known.gross()));
    }

    @Test
    void unknownDuration_andShortOutage_widen() {
        PastEvent weeks = event("four", "Weeks", Optional.empty(), Optional.of(0.5), "makers");
        PastEvent minutes = event("five", "Minutes", Optional.of(0.5), Optional.of(0.5), "makers");
        PastOutages past = past(List.of(alpha, weeks, minutes), List.of());
        assertThat(ratio(estimate(past, PRIORS_ONLY, weeks).gross()))
                .isGreaterThan(2 * ratio(estimate(past, PRIORS_ONLY, alpha).gross()));
        assertThat(ratio(estimate(past, PRIORS_ONLY, minutes).gross()))
                .isGreaterThan(ratio(estimate(past, PRIORS_ONLY, alpha).gross()));
    }

    private static double ratio(Prediction prediction) {
        Interval interval = prediction.interval(0.9);
        return interval.upper() / interval.lower();
    }

    @Test
    void revenueScales_andHoursScale() {
        PastEvent twice = event("two", "Alpha", 200, 0.5);
        PastOutages past = past(List.of(alpha, twice), List.of());
        assertThat(estimate(past, PRIORS_ONLY, twice).hitUsd())
                .isCloseTo(2 * estimate(past, PRIORS_ONLY, alpha).hitUsd(), within(1.0));
    }

    @Test
    void anEventsOwnLosses_neverMoveItsEstimate() {
        List<PastEvent> events = List.of(alpha, beta, gamma, delta);
        PastOutages small =
                past(events, List.of(scored(alpha, 1), scored(beta, 1), scored(gamma, 40), scored(delta, 40)));
        PastOutages large =
                past(events, List.of(scored(alpha, 900), scored(beta, 1), scored(gamma, 40), scored(delta, 40)));
        for (PastEvent own : List.of(alpha, beta)) {
            assertThat(estimate(small, LEFT_OUT, own).gross().median())
                    .isEqualTo(estimate(large, LEFT_OUT, own).gross().median());
        }
        assertThat(estimate(small, LEFT_OUT, gamma).gross().median())
                .isLessThan(estimate(large, LEFT_OUT, gamma).gross().median());
    }

    @Test
    void priorsOnly_learnNothing() {
        List<PastEvent> events = List.of(alpha, gamma);
        assertThat(estimate(past(events, List.of(scored(gamma, 1))), PRIORS_ONLY, alpha)
                        .gross()
                        .median())
                .isEqualTo(estimate(past(events, List.of(scored(gamma, 900))), PRIORS_ONLY, alpha)
                        .gross()
                        .median());
    }

    @Test
    void recapture_isLearnedFromOthersThatReportedBoth() {
        List<PastEvent> events = List.of(alpha, gamma);
        PastOutages allBack = past(
                events, List.of(scored(gamma, 40), figure(gamma, 1, Meaning.NET, FigureKind.COMPANY_REPORTED, false)));
        PastOutages noneBack = past(
                events, List.of(scored(gamma, 40), figure(gamma, 39, Meaning.NET, FigureKind.COMPANY_REPORTED, false)));
        assertThat(estimate(allBack, LEFT_OUT, alpha).net().median())
                .isLessThan(estimate(noneBack, LEFT_OUT, alpha).net().median());
        assertThat(estimate(allBack, LEFT_OUT, alpha).gross().median())
                .isEqualTo(estimate(noneBack, LEFT_OUT, alpha).gross().median());
    }

    @Test
    void onlyLostRevenueOfCompanies_isScored() {
        ScoreCard card = BackTest.run(
                past(
                        List.of(alpha, gamma, delta),
                        List.of(
                                scored(alpha, 50),
                                profit(gamma, 7),
                                figure(delta, 30, Meaning.GROSS, FigureKind.THIRD_PARTY_ESTIMATE, false))),
                LEFT_OUT);
        assertThat(card.events()).extracting(entry -> entry.figure().key()).containsExactly("one/Alpha");
        assertThat(card.models()).extracting(entry -> entry.figure().key()).containsExactly("three/Delta");
        assertThat(card.apart())
                .singleElement()
                .satisfies(apart -> assertThat(apart.why()).contains("not measure lost revenue"));
        assertThat(card.trackRecord()).contains(new TrackRecord(1, 1));
    }

    @Test
    void netFigure_isComparedWithNet() {
        ScoreCard card = BackTest.run(
                past(List.of(alpha), List.of(figure(alpha, 50, Meaning.NET, FigureKind.COMPANY_REPORTED, true))),
                LEFT_OUT);
        ScoredEvent scored = card.events().get(0);
        assertThat(scored.prediction()).isSameAs(scored.estimate().net());
    }

    @Test
    void nothingScored_hasNoScores() {
        assertThat(BackTest.run(past(List.of(alpha), List.of()), LEFT_OUT).scores())
                .isEmpty();
    }

    @Test
    void orderOfRows_changesNothing() {
        List<LossFigure> figures = List.of(scored(alpha, 50), scored(gamma, 40), scored(delta, 70));
        List<LossFigure> reversed = List.of(figures.get(2), figures.get(1), figures.get(0));
        Scores one = BackTest.run(past(List.of(alpha, gamma, delta), figures), LEFT_OUT)
                .scores()
                .orElseThrow();
        Scores other = BackTest.run(past(List.of(delta, gamma, alpha), reversed), LEFT_OUT)
                .scores()
                .orElseThrow();
        assertThat(one).isEqualTo(other);
    }

    /** Made-up events whose severity is drawn from one log-normal: ranges must hold what they promise. */
    @Test
    void worldsOfTheModelItself_areCovered() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        List<PastEvent> events = new ArrayList<>();
        List<LossFigure> figures = new ArrayList<>();
        for (int i = 0; i < 36; i++) {
            PastEvent event = event("event-" + i, "Maker", 72, 0.5);
            events.add(event);
            double z = Normal.quantile(random.nextDouble());
            figures.add(scored(event, 36 * Math.exp(0.2 + 0.45 * z)));
        }
        Scores scores = BackTest.run(past(events, figures), new BackTest.Settings(true, 2_000, new Seed(1)))
                .scores()
                .orElseThrow();
        assertThat(scores.at(0.9).share()).as("seed %d", seed).isBetween(0.8, 1.0);
        assertThat(scores.at(0.5).share()).as("seed %d", seed).isBetween(0.33, 0.67);
        assertThat(scores.meanLogRatio()).as("seed %d", seed).isBetween(-0.1, 0.1);
    }

    @Test
    void impossibleInputs_areRefused() {
        assertThatThrownBy(() -> event("x", "X", -1, 0.5)).hasMessageContaining("-1");
        assertThatThrownBy(() -> event("x", "X", 1, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> figure(alpha, 5, Meaning.GROSS, FigureKind.THIRD_PARTY_ESTIMATE, true))
                .hasMessageContaining("third-party estimate");
        assertThatThrownBy(() -> new BackTest.Settings(true, 5, new Seed(1))).hasMessageContaining("5");
        assertThatThrownBy(() -> new Priors(List.of())).hasMessageContaining("severity_scale");
    }
}
