package org.ausfall.core.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeliefTest {
    @ParameterizedTest
    @EnumSource(Scale.class)
    void threePoints_areThePercentiles_onEveryScale(Scale scale) {
        Belief belief = new Belief.ThreePoint(scale, 0.05, 0.2, 0.7, 0, 1);
        assertThat(belief.p05()).isCloseTo(0.05, within(1e-12));
        assertThat(belief.p50()).isCloseTo(0.2, within(1e-12));
        assertThat(belief.p95()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void value_neverFalls_andKeepsItsLimits() {
        Belief belief = new Belief.ThreePoint(Scale.LOG, 0.08, 0.3, 1.05, 0.05, 1.2);
        double last = 0;
        for (double z = -8; z <= 8; z += 0.01) {
            double value = belief.at(z);
            assertThat(value).isBetween(0.05, 1.2).isGreaterThanOrEqualTo(last);
            last = value;
        }
    }

    @Test
    void symmetricLogOdds_isALogitNormal() {
        // data/reference/beliefs.csv: pi of Consumer Discretionary is logit-normal around .35 with sd .64.
        Belief belief = new Belief.ThreePoint(Scale.LOGIT, 0.158, 0.35, 0.607, 0, 1);
        double sd = (Math.log(0.607 / 0.393) - Math.log(0.35 / 0.65)) / Belief.Z95;
        assertThat(sd).isCloseTo(0.64, within(0.005));
        assertThat(belief.at(1)).isCloseTo(1 / (1 + Math.exp(-(Math.log(0.35 / 0.65) + sd))), within(1e-12));
    }

    @Test
    void fallingPercentiles_areRefused() {
        assertThatThrownBy(() -> new Belief.ThreePoint(Scale.LOG, 0.5, 0.3, 1, 0, 2))
                .hasMessageContaining("0.5")
                .hasMessageContaining("must rise");
    }

    @Test
    void shareOfZero_isRefused_onTheLogitScale() {
        assertThatThrownBy(() -> new Belief.ThreePoint(Scale.LOGIT, 0, 0.1, 0.3, 0, 1))
                .hasMessageContaining("LOGIT");
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void logOdds_areThoseOfTheValue_insideAndAtItsLimits(Scale scale) {
        Belief belief = new Belief.ThreePoint(scale, 0.1, 0.3, 0.6, 0.05, 0.8);
        for (Belief any : List.of(belief, new Belief.Held(belief, 1), new Belief.Known(0.2))) {
            for (double z = -9; z <= 9; z += 0.25) {
                double x = any.at(z);
                assertThat(any.preparedLogOdds().applyAsDouble(z)).isCloseTo(Math.log(x / (1 - x)), within(1e-12));
            }
        }
    }

    @Test
    void logOdds_ofValuesAtAndBeyondTheEnds_areInfinite() {
        assertThat(new Belief.Known(0).preparedLogOdds().applyAsDouble(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(new Belief.Known(1).preparedLogOdds().applyAsDouble(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new Belief.Known(1.5).preparedLogOdds().applyAsDouble(0)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void heldAtAScore_isThatValueWhateverIsDrawn() {
        Belief belief = new Belief.ThreePoint(Scale.LOG, 0.08, 0.3, 1.05, 0.05, 1.2);
        Belief held = new Belief.Held(belief, 1);
        assertThat(held.at(-3)).isEqualTo(belief.at(1));
        assertThat(held.prepared().applyAsDouble(3)).isEqualTo(belief.at(1));
    }
}
