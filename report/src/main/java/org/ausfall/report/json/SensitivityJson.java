package org.ausfall.report.json;

import org.ausfall.core.sensitivity.Bar;
import org.ausfall.core.sensitivity.Driver;
import org.ausfall.core.sensitivity.Estimate;
import org.ausfall.core.sensitivity.Levels;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.core.sensitivity.Sensitivity;
import org.ausfall.core.sensitivity.SobolIndex;
import org.ausfall.core.sensitivity.VarianceSplit;

/** What moves the losses. */
final class SensitivityJson {
    private SensitivityJson() {}

    static void write(JsonText json, Sensitivity sensitivity) {
        json.text("effort", sensitivity.effort().code());
        json.count("draws", sensitivity.draws());
        json.objects("populations", sensitivity.populations(), SensitivityJson::population);
    }

    private static void population(JsonText json, PopulationSensitivity population) {
        json.text("scope", population.scope());
        json.text("measure", population.measure().code());
        json.text("worth_learning", population.worthLearning().map(Driver::code));
        json.object("chance", chance -> levels(chance, population.chance()));
        json.objects("tornado", population.bars(), SensitivityJson::bar);
        json.objects("tornado_by_scope", population.scopeBars(), SensitivityJson::bar);
        json.object("variance_split", split -> split(split, population.split()));
        json.objects("sobol", population.indices(), SensitivityJson::index);
    }

    private static void bar(JsonText json, Bar bar) {
        json.text("driver", bar.driver().code());
        json.object("low", low -> levels(low, bar.low()));
        json.object("high", high -> levels(high, bar.high()));
    }

    private static void levels(JsonText json, Levels levels) {
        json.number("p05", levels.p05());
        json.number("p50", levels.p50());
        json.number("p95", levels.p95());
    }

    private static void split(JsonText json, VarianceSplit split) {
        estimate(json, "beliefs", split.beliefs());
        estimate(json, "chance_of_all", split.all());
        estimate(json, "chance_of_sectors", split.sectors());
        estimate(json, "chance_of_companies", split.companies());
    }

    private static void index(JsonText json, SobolIndex index) {
        json.text("driver", index.driver().code());
        estimate(json, "first", index.first());
        estimate(json, "total", index.total());
        json.flag("converged", index.hasConverged());
    }

    private static void estimate(JsonText json, String name, Estimate estimate) {
        json.object(name, share -> {
            share.number("value", estimate.value());
            share.number("lower", estimate.lower());
            share.number("upper", estimate.upper());
        });
    }
}
