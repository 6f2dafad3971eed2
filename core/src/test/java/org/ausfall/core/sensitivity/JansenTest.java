package org.ausfall.core.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimators against the function of Ishigami and Homma 1990 with a = 7, b = .1, whose indices are known in closed form. */
class JansenTest {
    private static final int DRAWS = 1 << 16;
    private static final Streams STREAMS = new Streams(new Seed(3));

    private static double ishigami(double[] x) {
        double sin2 = Math.sin(x[1]);
        return Math.sin(x[0]) + 7 * sin2 * sin2 + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0]);
    }

    private static double[][] matrix(String name, int draws) {
        UniformRandomProvider random = STREAMS.of(name, 0);
        double[][] rows = new double[draws][3];
        for (double[] row : rows) {
            for (int i = 0; i < 3; i++) {
                row[i] = Math.PI * (2 * random.nextDouble() - 1);
            }
        }
        return rows;
    }

    private static double[] outcomes(double[][] rows) {
        double[] outcomes = new double[rows.length];
        for (int j = 0; j < rows.length; j++) {
            outcomes[j] = ishigami(rows[j]);
        }
        return outcomes;
    }

    private static double[] swapped(double[][] a, double[][] b, int... columns) {
        double[][] rows = new double[a.length][];
        for (int j = 0; j < a.length; j++) {
            rows[j] = a[j].clone();
            for (int column : columns) {
                rows[j][column] = b[j][column];
            }
        }
        return outcomes(rows);
    }

    /** From Sobol and Levitan 1999: V1 = .31391, V2 = .44241, V3 = 0; totals .55759, .44241, .24368. */
    @ParameterizedTest
    @CsvSource({"0, .31391, .55759", "1, .44241, .44241", "2, 0, .24368"})
    void ishigami_givesItsClosedForm(int column, double first, double total) {
        double[][] a = matrix("a", DRAWS);
        double[][] b = matrix("b", DRAWS);
        Jansen jansen = new Jansen(outcomes(a), outcomes(b), STREAMS);
        double[] ab = swapped(a, b, column);

        assertThat(jansen.first(ab).value()).isCloseTo(first, within(0.012));
        assertThat(jansen.total(ab).value()).isCloseTo(total, within(0.012));
        assertThat(jansen.first(ab).hasConverged()).isTrue();
        assertThat(first)
                .isBetween(jansen.first(ab).lower() - 0.01, jansen.first(ab).upper() + 0.01);
        assertThat(total)
                .isBetween(jansen.total(ab).lower() - 0.01, jansen.total(ab).upper() + 0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {200})
    void fewDraws_haveNotConverged(int draws) {
        double[][] a = matrix("a", draws);
        double[][] b = matrix("b", draws);
        Estimate first = new Jansen(outcomes(a), outcomes(b), STREAMS).first(swapped(a, b, 0));
        assertThat(first.hasConverged()).isFalse();
        assertThat(first.lower()).isLessThan(first.value());
        assertThat(first.upper()).isGreaterThan(first.value());
    }

    @ParameterizedTest
    @ValueSource(ints = {DRAWS})
    void layers_sumToOne(int draws) {
        double[][] a = matrix("a", draws);
        double[][] b = matrix("b", draws);
        Jansen jansen = new Jansen(outcomes(a), outcomes(b), STREAMS);
        double[] one = swapped(a, b, 0);
        double[] two = swapped(a, b, 0, 1);
        // .31391; then .44241 more; the rest is the interaction of the first and the third.
        assertThat(jansen.first(one).value()
                        + jansen.added(one, two).value()
                        + jansen.rest(two).value())
                .isCloseTo(1, within(1e-12));
        assertThat(jansen.added(one, two).value()).isCloseTo(0.44241, within(0.012));
        assertThat(jansen.rest(two).value()).isCloseTo(0.24368, within(0.012));
    }

    @ParameterizedTest
    @ValueSource(ints = {100})
    void nothingVaries_givesZeroShares(int draws) {
        double[] same = new double[draws];
        assertThat(new Jansen(same, same, STREAMS).total(same)).isEqualTo(new Estimate(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {100})
    void outcomesAllZeroButOne_haveNotConverged(int draws) {
        double[] a = new double[draws];
        double[] b = new double[draws];
        a[7] = 1e6;
        Jansen jansen = new Jansen(a, b, STREAMS);
        for (Estimate share : List.of(jansen.first(a), jansen.total(b), jansen.added(a, b), jansen.rest(a))) {
            assertThat(share.hasConverged()).as(share.toString()).isFalse();
            assertThat(share.value()).isFinite();
        }
    }
}
