package org.ausfall.report.sheet;

import java.util.function.Function;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.LossDistribution;

/** One row a company, by id: its loss and the factors behind it. */
public final class LossSheet {
    private static final Layout<CompanyLoss> LAYOUT = distribution(
                    distribution(
                            Layout.<CompanyLoss>empty()
                                    .text("id", CompanyLoss::id)
                                    .text("name", CompanyLoss::name)
                                    .text("sector", CompanyLoss::sector)
                                    .text("populations", company -> String.join(";", company.scopes()))
                                    .text(
                                            "approach",
                                            company -> company.approach().code())
                                    .usd("annual_usd", CompanyLoss::annualUsd)
                                    .usd("unmodelled_usd", CompanyLoss::unmodelledUsd)
                                    .text(
                                            "annual_provenance",
                                            company ->
                                                    company.annualProvenance().code())
                                    .text(
                                            "slowdown_provenance",
                                            company ->
                                                    company.slowdownProvenance().code())
                                    .usd("window_usd", CompanyLoss::windowUsd)
                                    .usd("flat8760_usd", CompanyLoss::flat8760Usd)
                                    .number("hit_share", CompanyLoss::hitShare)
                                    .number("lost_share", CompanyLoss::lostShare)
                                    .number("recaptured_share", CompanyLoss::recapturedShare),
                            "gross",
                            CompanyLoss::gross),
                    "net",
                    CompanyLoss::net)
            .text("basis", company -> Basis.of(company.reconstructed()));

    private LossSheet() {}

    /** The sheet {@code losses}. */
    public static Sheet of(Findings findings) {
        return LAYOUT.fill("losses", findings.losses().companies());
    }

    static <T> Layout<T> distribution(Layout<T> layout, String name, Function<T, LossDistribution> loss) {
        return layout.usd(name + "_p05", row -> loss.apply(row).p05())
                .usd(name + "_p50", row -> loss.apply(row).p50())
                .usd(name + "_p95", row -> loss.apply(row).p95())
                .usd(name + "_mean", row -> loss.apply(row).mean());
    }
}
