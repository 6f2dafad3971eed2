package org.ausfall.report.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.ausfall.core.quantity.Slowdown;
import org.ausfall.core.quantity.Threshold;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0.0,0",
        "1,1",
        "-1.5,-1.5",
        "123456.7,123457",
        "1234567,1234570",
        "1e18,1000000000000000000",
        "0.000012345678,0.0000123457",
        "0.1,0.1",
        "100,100",
        "0.3333333333,0.333333",
        "2.5000001,2.5"
    })
    void number_hasSixDigitsAndNoExponent(double number, String text) {
        assertThat(SixDigits.format(number)).isEqualTo(text);
    }

    @Test
    void anyNumber_isRoundedAsItsDecimalsAre() {
        Random random = new Random(1);
        MathContext six = new MathContext(6, RoundingMode.HALF_EVEN);
        for (int i = 0; i < 200_000; i++) {
            // Every other number has so few digits that it may lie at a half.
            double drawn = random.nextGaussian() * Math.pow(10, random.nextInt(22) - 8);
            double number = i % 2 == 0
                    ? drawn
                    : BigDecimal.valueOf(drawn)
                            .round(new MathContext(1 + random.nextInt(8)))
                            .doubleValue();
            assertThat(new BigDecimal(SixDigits.format(number)))
                    .as("%s", number)
                    .isEqualByComparingTo(BigDecimal.valueOf(number).round(six));
        }
    }

    @ParameterizedTest
    @CsvSource({"300411,300000", "51049,51000", "151.4,151", "7.6,8", "0,0", "-0.2,0"})
    void largeNumberOnPaper_isWholeAndHasThreeDigits(double number, String text) {
        assertThat(SixDigits.threeDigits(number)).isEqualTo(text);
    }

    @Test
    void numberThatIsNotFinite_isABug() {
        assertThatThrownBy(() -> SixDigits.format(Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> SixDigits.format(Double.POSITIVE_INFINITY)).hasMessageContaining("Infinity");
    }

    @ParameterizedTest
    @CsvSource({
        "0,USD 0 m",
        "0.4,USD 0 m",
        "1,USD 1",
        "3.4,USD 3",
        "104,USD 100",
        "994,USD 990",
        "996,USD 1.0 k",
        "4999,USD 5.0 k",
        "3186,USD 3.2 k",
        "52000,USD 52 k",
        "94999,USD 95 k",
        "99700,USD 0.10 m",
        "123456,USD 0.12 m",
        "999000,USD 1.0 m",
        "1249990,USD 1.2 m",
        "9960000,USD 10 m",
        "29400000,USD 29 m",
        "123456789,USD 120 m",
        "150000000,USD 150 m",
        "996000000,USD 1.0 bn",
        "5202000000,USD 5.2 bn",
        "10640000000000,USD 11 tn",
        "-29400000,USD -29 m"
    })
    void money_looksNoMorePreciseThanItIs(double usd, String text) {
        assertThat(MoneyText.of(usd)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "20000000,45000000,20-45 m",
        "900000000,1200000000,900 m-1.2 bn",
        "0,1200000000,0-1.2 bn",
        "1000,45000000,1.0 k-45 m",
        "20,300,20-300",
        "0,300,0-300",
        "300,4000,0.30-4.0 k",
        "5,5000000,0.005 k-5.0 m"
    })
    void moneyRange_saysTheUnitOnceWhereItCan(double low, double high, String text) {
        assertThat(MoneyText.range(low, high)).isEqualTo(text);
    }

    /** The pairs published by Apica, in ms. */
    @ParameterizedTest
    @CsvSource({
        "8069,102069,+1165 % (12.6x as long)",
        "4198,45798,+991 % (10.9x as long)",
        "1916,14216,+642 % (7.42x as long)",
        "5034,34834,+592 % (6.92x as long)",
        "10.1,12.12,+20.0 % (1.20x as long)",
        "1000,1043,+4.3 % (1.04x as long)",
        "100,100,0.0 % (1.00x as long)",
        "10000,9999,0.0 % (1.00x as long)",
        "100,50,-50.0 % (0.50x as long)"
    })
    void slowdown_isSaidAsPercentAndFactor(String before, String during, String text) {
        Slowdown slowdown = Slowdown.between(new BigDecimal(before), new BigDecimal(during));
        assertThat(PercentText.of(slowdown)).isEqualTo(text);
    }

    @Test
    void threshold_isSaidAsPercentAndFactor() {
        assertThat(PercentText.of(Threshold.parse("20%"))).isEqualTo("20 % (1.2x as long)");
        assertThat(PercentText.of(Threshold.parse("12.5%"))).isEqualTo("12.5 % (1.125x as long)");
        assertThat(PercentText.of(Threshold.parse("0"))).isEqualTo("0 % (1x as long)");
    }

    @ParameterizedTest
    @CsvSource({"0.54,54 %", "0.5567,55.7 %", "0,0 %", "1,100 %", "0.0001,<0.1 %", "0.1,10 %"})
    void share_isSaidInPercent(double share, String text) {
        assertThat(PercentText.share(share)).isEqualTo(text);
    }
}
