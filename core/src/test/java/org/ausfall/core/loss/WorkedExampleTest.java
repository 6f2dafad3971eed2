package org.ausfall.core.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ausfall.core.Cases.ENERGY;
import static org.ausfall.core.Cases.company;
import static org.ausfall.core.Cases.known;
import static org.ausfall.core.Cases.retailer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.ausfall.core.Cases;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.BeliefName;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Two companies by hand" in docs/method.md: by plain arithmetic, with the loss model, and as it stands on the page. */
class WorkedExampleTest {
    private static final double XI = 0.3;

    private static String section() throws IOException {
        String page = Files.readString(Path.of("../docs/method.md"));
        int start = page.indexOf("### 2.9 Two companies by hand");
        return page.substring(start, page.indexOf("### 2.10", start)).replaceAll("\\s+", " ");
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static Assumptions assumptions(double conversionWeight) {
        return Cases.assumptions()
                .with(known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.CONVERSION, conversionWeight))
                .with(known(BeliefName.RESPONSE_CURVE_WEIGHT, ResponseCurves.ABANDONMENT, 1 - conversionWeight))
                .with(known(BeliefName.XI, "all", XI))
                .with(known(BeliefName.PI_IN_BLAST_ZONE, ENERGY, 0.2))
                .with(known(BeliefName.GAMMA_NEEDS_SERVICE, ENERGY, 0.15))
                .with(known(BeliefName.REDUNDANCY_PROBABILITY, "all", 0.2))
                .with(known(BeliefName.REDUNDANCY_RELIEF, "all", 0.7))
                .with(known(BeliefName.COMPANY_LAG_MIN, "all", 15))
                .with(known(BeliefName.RECAPTURE_R, "any", 0.6))
                .with(known(BeliefName.CHURN_C, "all", 0.02))
                .with(known(BeliefName.CHURN_BUILD_UP_H, "all", 72))
                .with(known(BeliefName.REVENUE_LEVEL_SD, "reported", 0))
                .with(known(BeliefName.REVENUE_LEVEL_SD_PER_YEAR, "all", 0))
                .with(known(BeliefName.PROFILE_CONCENTRATION, "flat", 1e15));
    }

    private static double kept(double a, double k, double optimum) {
        return Math.exp(-XI * a * (Math.pow(20 - optimum, k) - Math.pow(5 - optimum, k)));
    }

    private static double recaptured(double hours) {
        return 0.6 * Math.pow(2, -hours / 12) - 0.02 * (1 - Math.pow(2, -hours / 72));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void monitoredShop_isTheSameByHandOnThePageAndInTheModel(boolean conversion) throws IOException {
        double lost = conversion
                ? 1
                        - 0.98
                                * (0.7 * kept(0.2306, 0.9775, 1.8)
                                        + 0.2 * kept(0.2189, 0.4730, 2.7)
                                        + 0.1 * kept(0.1815, 0.6708, 1.9))
                : 1 - 0.98 * Math.exp(Math.pow(5 / 18.6, 2.58) - Math.pow(20 / 18.6, 2.58));
        double gross = 1e9 / 8760 * 4 * lost;
        double net = gross * (1 - recaptured(4));
        String curve = conversion ? "conversion " : "abandonment ";

        assertThat(section())
                .contains(number("USD %.0f", 1e9 / 8760 * 4), number("%.6f", lost), number("%.6f", recaptured(4)))
                .contains(curve + number("USD %.0f", gross))
                .contains(curve + number("USD %.0f", net));

        Evidence evidence = Cases.evidence(
                List.of(retailer("shop", 1000)),
                List.of(Cases.site("shop", "5000", "20000", "0.98", "", "")),
                List.of());
        PopulationLoss model = LossModel.estimate(
                        evidence, assumptions(conversion ? 1 : 0), 200, new Seed(1), Workers.SERIAL)
                .population("test-shops");
        assertThat(model.gross().p50()).isCloseTo(gross, within(1.0));
        assertThat(model.gross().p95()).isCloseTo(gross, within(1.0));
        assertThat(model.net().p50()).isCloseTo(net, within(1.0));
    }

    @Test
    void companyNobodyMonitored_isTheSameByHandOnThePageAndInTheModel() throws IOException {
        double atRisk = 1e9 / 8760 * 4.25;
        double whenHit = atRisk * 0.15 * (1 - 0.2 * 0.7);
        double gross = whenHit * 0.2;
        double net = gross * (1 - recaptured(4.25));

        assertThat(section())
                .contains(number("USD %.0f", atRisk), number("USD %.1f", whenHit), number("USD %.1f", gross))
                .contains(number("%.6f", recaptured(4.25)), number("USD %.2f", net));

        CompanyLoss model = LossModel.estimate(
                        Cases.evidence(List.of(), List.of(), List.of(company("AAA", ENERGY, 1000))),
                        assumptions(1),
                        400_000,
                        new Seed(6),
                        Workers.SERIAL)
                .companies()
                .get(0);
        // The standard error of the mean of 400,000 draws is about .5 %.
        assertThat(model.gross().mean()).isCloseTo(gross, within(0.02 * gross));
        assertThat(model.net().mean()).isCloseTo(net, within(0.02 * net));
        assertThat(model.hitShare()).isCloseTo(0.2, within(0.003));
        assertThat(model.gross().p50()).isZero();
    }
}
