package org.ausfall.report.json;

import org.ausfall.core.loss.ApartCost;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.LossDistribution;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.NotEstimated;
import org.ausfall.core.loss.PopulationLoss;

/** What it cost. */
final class LossesJson {
    private LossesJson() {}

    static void write(JsonText json, Losses losses) {
        json.objects("populations", losses.populations(), LossesJson::population);
        json.objects("companies", losses.companies(), LossesJson::company);
        json.objects("not_estimated", losses.notEstimated(), LossesJson::missing);
    }

    private static void population(JsonText json, PopulationLoss population) {
        json.text("scope", population.scope());
        json.text("label", population.label());
        json.count("companies", population.companies());
        json.count("not_estimated", population.notEstimated());
        json.count("reconstructed", population.reconstructed());
        json.number("annual_usd", population.annualUsd());
        json.number("flat8760_usd", population.flat8760Usd());
        // Where nobody is estimated the losses are unknown, not zero, and left out.
        if (population.isEstimated()) {
            json.object("gross", gross -> distribution(gross, population.gross()));
            json.object("net", net -> distribution(net, population.net()));
            for (ApartCost cost : population.apart()) {
                json.object(cost.kind().code(), usd -> distribution(usd, cost.usd()));
            }
        }
    }

    private static void company(JsonText json, CompanyLoss company) {
        json.text("id", company.id());
        json.text("name", company.name());
        json.text("sector", company.sector());
        json.texts("populations", company.scopes());
        json.text("approach", company.approach().code());
        json.number("annual_usd", company.annualUsd());
        json.number("unmodelled_usd", company.unmodelledUsd());
        json.text("annual_provenance", company.annualProvenance().code());
        json.text("slowdown_provenance", company.slowdownProvenance().code());
        json.number("window_usd", company.windowUsd());
        json.number("flat8760_usd", company.flat8760Usd());
        json.number("hit_share", company.hitShare());
        json.number("lost_share", company.lostShare());
        json.number("recaptured_share", company.recapturedShare());
        json.object("gross", gross -> distribution(gross, company.gross()));
        json.object("net", net -> distribution(net, company.net()));
    }

    private static void distribution(JsonText json, LossDistribution loss) {
        json.number("mean", loss.mean());
        json.number("p05", loss.p05());
        json.number("p25", loss.p25());
        json.number("p50", loss.p50());
        json.number("p75", loss.p75());
        json.number("p95", loss.p95());
        json.number("tvar95", loss.tvar95());
        json.number("error_p05", loss.errorP05());
        json.number("error_p50", loss.errorP50());
        json.number("error_p95", loss.errorP95());
    }

    private static void missing(JsonText json, NotEstimated missing) {
        json.text("id", missing.id());
        json.text("name", missing.name());
        json.text("scope", missing.scope());
        json.text("why", missing.why());
    }
}
