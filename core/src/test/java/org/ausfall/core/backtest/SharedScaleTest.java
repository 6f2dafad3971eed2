package org.ausfall.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.ausfall.core.simulation.Normal;
import org.junit.jupiter.api.Test;

class SharedScaleTest {
    private static final SharedScale.Spread NONE = new SharedScale.Spread(0, 0);

    private static SharedScale.Item item(String event) {
        return new SharedScale.Item(event, event, false, 0);
    }

    private static SharedScale.Start plain(double mean, double sd, SharedScale.Spread spread) {
        return new SharedScale.Start(mean, sd, 0, 0, 0, 0, spread, NONE);
    }

    @Test
    void knownSpread_isTheConjugateNormal() {
        // Precisions add: prior N(0, 2^2), three observations with sd .5.
        List<SharedScale.Seen> seen = List.of(
                new SharedScale.Seen(item("a"), 1.0),
                new SharedScale.Seen(item("b"), 1.4),
                new SharedScale.Seen(item("c"), 0.6));
        SharedScale.Component only = SharedScale.learn(plain(0, 2, new SharedScale.Spread(0.5, 0)), seen)
                .predict(item("d"))
                .get(0);
        double precision = 1 / 4.0 + 3 / 0.25;
        assertThat(only.weight()).isCloseTo(1, within(1e-12));
        assertThat(only.mean()).isCloseTo(3.0 / 0.25 / precision, within(1e-12));
        assertThat(only.sd()).isCloseTo(Math.sqrt(1 / precision + 0.25), within(1e-12));
    }

    @Test
    void nothingSeen_leavesTheStart() {
        SharedScale.Start start = new SharedScale.Start(
                1, 0.5, -0.9, 0.4, 0.3, 0.5, new SharedScale.Spread(0.6, 0), new SharedScale.Spread(0.7, 0));
        SharedScale.Component known =
                SharedScale.learn(start, List.of()).predict(item("a")).get(0);
        SharedScale.Component believed = SharedScale.learn(start, List.of())
                .predict(new SharedScale.Item("a", "a", true, 0.01))
                .get(0);
        assertThat(known.mean()).isEqualTo(1);
        assertThat(known.sd()).isCloseTo(Math.sqrt(0.25 + 0.09 + 0.36), within(1e-12));
        assertThat(believed.mean()).isCloseTo(0.1, within(1e-12));
        assertThat(believed.sd()).isCloseTo(Math.sqrt(0.25 + 0.16 + 0.09 + 0.36 + 0.49 + 0.01), within(1e-12));
    }

    @Test
    void companiesOfOneEvent_countLessThanAsManyEvents() {
        SharedScale.Start start = new SharedScale.Start(0, 2, 0, 0, 0, 0.5, new SharedScale.Spread(0.5, 0), NONE);
        double apart = sdAfter(start, "a", "b", "c");
        double together = sdAfter(start, "a", "a", "a");
        assertThat(together).isGreaterThan(apart);
    }

    private static double sdAfter(SharedScale.Start start, String... events) {
        List<SharedScale.Seen> seen = new ArrayList<>();
        for (String event : events) {
            seen.add(new SharedScale.Seen(new SharedScale.Item(event, "kind", false, 0), 1));
        }
        return SharedScale.learn(start, seen).predict(item("new")).get(0).sd();
    }

    @Test
    void unknownSpread_learnsIt() {
        SplittableRandom random = new SplittableRandom(5);
        List<SharedScale.Seen> seen = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            seen.add(new SharedScale.Seen(item("e" + i), 2 + 0.8 * Normal.quantile(random.nextDouble())));
        }
        List<SharedScale.Component> mixture = SharedScale.learn(plain(0, 3, new SharedScale.Spread(0.3, 0.7)), seen)
                .predict(item("new"));
        double sd = mixture.stream()
                .mapToDouble(component -> component.weight() * component.sd())
                .sum();
        assertThat(mixture.stream().mapToDouble(SharedScale.Component::weight).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(sd).isBetween(0.65, 1.0);
    }

    @Test
    void fewEvents_giveFatterTailsThanOneNormal() {
        List<SharedScale.Seen> seen =
                List.of(new SharedScale.Seen(item("a"), 0.2), new SharedScale.Seen(item("b"), -0.2));
        Mixture mixture = new Mixture(SharedScale.learn(plain(0, 1, new SharedScale.Spread(0.3, 0.7)), seen)
                .predict(item("new")));
        double second = 0;
        double fourth = 0;
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 100_000; i++) {
            double x = mixture.at(random.nextDouble(), Normal.quantile(random.nextDouble()));
            second += x * x / 100_000;
            fourth += x * x * x * x / 100_000;
        }
        assertThat(fourth / second / second).isGreaterThan(3.3);
    }
}
