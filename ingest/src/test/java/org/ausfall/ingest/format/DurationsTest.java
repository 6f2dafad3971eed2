package org.ausfall.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ausfall.core.measurement.Sample;
import org.junit.jupiter.api.Test;

/** Durations of every length and unit are what exact decimal numbers say. */
class DurationsTest {
    private static final List<Unit> UNITS = List.of(Unit.values());

    private static DurationReader reader(Unit unit, DecimalMark mark) {
        return new DurationReader(Optional.of(unit), mark);
    }

    private static String digits(SplittableRandom random, int most) {
        StringBuilder digits = new StringBuilder();
        for (int i = random.nextInt(most); i >= 0; i--) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    @Test
    void manyDurations_areRoundedAsExactNumbersAre() {
        SplittableRandom random = new SplittableRandom(7);
        for (Unit unit : UNITS) {
            DurationReader reader = reader(unit, DecimalMark.EITHER);
            for (int i = 0; i < 20_000; i++) {
                Unit written = random.nextBoolean() ? unit : UNITS.get(random.nextInt(UNITS.size()));
                String number = digits(random, 12) + (random.nextBoolean() ? "." + digits(random, 10) : "");
                String text = number + (written == unit && random.nextBoolean() ? "" : " " + written.code());
                BigDecimal exact = new BigDecimal(number).multiply(written.micros());

                if (exact.compareTo(BigDecimal.valueOf(Sample.LONGEST_MICROS)) > 0) {
                    assertThatThrownBy(() -> reader.read("t", text)).as(text).isInstanceOf(Misfit.class);
                } else {
                    BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
                    assertThat(read(reader, text)).as(text).isEqualTo(whole.intValueExact());
                    assertThat(reader.rounded()).as(text).isEqualTo(whole.compareTo(exact) != 0);
                }
            }
        }
    }

    private static int read(DurationReader reader, String text) {
        try {
            return reader.read("t", text);
        } catch (Misfit misfit) {
            throw new AssertionError(text + ": " + misfit.detail(), misfit);
        }
    }

    @Test
    void pointWhereCommasAreDecimal_separatesThousands() {
        DurationReader reader = reader(Unit.MS, DecimalMark.COMMA);

        assertThat(read(reader, "1.234")).isEqualTo(1_234_000);
        assertThat(read(reader, "1.234,5")).isEqualTo(1_234_500);
        assertThat(read(reader, "12,5 s")).isEqualTo(12_500_000);
    }

    @Test
    void whatIsNoDuration_isRefused() {
        DurationReader reader = reader(Unit.MS, DecimalMark.EITHER);

        for (String text :
                List.of("", ".", "5 parsecs", "1.2.3", "-1", "1e9 s", "5" + " ".repeat(40) + "ms", ".5 ms x")) {
            assertThatThrownBy(() -> reader.read("t", text)).as(text).isInstanceOf(Misfit.class);
        }
    }
}
