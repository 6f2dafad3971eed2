package org.ausfall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.ausfall.ingest.Folders.RETAILERS;
import static org.ausfall.ingest.Folders.SLOWDOWNS;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.ausfall.core.problem.Checked;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowLimitTest {
    @TempDir
    private Path root;

    @Test
    void percentAndFraction_areTheSame() {
        assertThat(BadRowLimit.parse("5%")).isEqualTo(BadRowLimit.DEFAULT).isEqualTo(BadRowLimit.parse(" 0.05 "));
        assertThat(BadRowLimit.parse("0")).isEqualTo(BadRowLimit.parse("0%"));
        assertThat(BadRowLimit.parse("12.5 %")).hasToString("12.5%");
    }

    @Test
    void textsThatAreNoShare_areRefusedWithAHint() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BadRowLimit.parse("5"))
                .withMessageContaining("5%");
        for (String text : new String[] {"", "%", "-1%", "0,05", "five", "1e-2", "NaN"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> BadRowLimit.parse(text))
                    .withMessageContaining("'" + text + "'");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> BadRowLimit.parse("101%"));
        assertThatIllegalArgumentException().isThrownBy(() -> new BadRowLimit(new BigDecimal("-0.01")));
    }

    @Test
    void allowed_isTheShareRoundedDownAndAtLeastOne() {
        assertThat(BadRowLimit.DEFAULT.allowed(0)).isOne();
        assertThat(BadRowLimit.DEFAULT.allowed(39)).isOne();
        assertThat(BadRowLimit.DEFAULT.allowed(40)).isEqualTo(2);
        assertThat(BadRowLimit.DEFAULT.allowed(100)).isEqualTo(5);
        assertThat(BadRowLimit.parse("0%").allowed(100)).isOne();
        assertThat(BadRowLimit.parse("100%").allowed(7)).isEqualTo(7);
    }

    @Test
    void oneBadRowOfSeven_isAllowed() {
        Checked<Input> input =
                Folders.valid(root).replace(SLOWDOWNS, "8069", "x").read();

        assertThat(input.value().orElseThrow().evidence().sites()).hasSize(6);
    }

    @Test
    void twoBadRowsOfSeven_refuseTheFile() {
        Checked<Input> input = Folders.valid(root)
                .replace(SLOWDOWNS, "8069", "x")
                .replace(SLOWDOWNS, "1100", "0")
                .read();

        assertThat(input.value()).isEmpty();
        Problem last = input.problems().get(2);
        assertThat(last.place()).isEqualTo(Place.of("demo/slowdowns.csv"));
        assertThat(last.value()).isEqualTo("2 of 7");
        assertThat(last.reason()).isEqualTo(Reason.TOO_MANY_BAD_ROWS);
        assertThat(last.effect()).isEqualTo(Problem.Effect.FILE_REFUSED);
    }

    @Test
    void fivePercentOfFortyRows_areTwo() {
        assertThat(fortyRows(2).read().value().orElseThrow().evidence().retailers())
                .hasSize(38);
        assertThat(fortyRows(3).read().value()).isEmpty();
    }

    @Test
    void moreIsAllowed_ifTheCallerSaysSo() {
        Checked<Input> input = fortyRows(20).directory().read(BadRowLimit.parse("50%"));

        assertThat(input.value().orElseThrow().evidence().retailers()).hasSize(20);
    }

    private Folders fortyRows(int bad) {
        StringBuilder rows = new StringBuilder();
        for (int i = 9; i <= 40; i++) {
            rows.append("shop-")
                    .append(i)
                    .append(",Shop,,,")
                    .append(i > 40 - bad ? "-5" : "5")
                    .append(",,assumed,\n");
        }
        return Folders.valid(root).append(RETAILERS, rows.toString());
    }
}
