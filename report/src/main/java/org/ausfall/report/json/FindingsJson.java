package org.ausfall.report.json;

import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.analysis.Settings;
import org.ausfall.core.backtest.Scores;
import org.ausfall.core.backtest.TrackRecord;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.evidence.OutageEvent;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.evidence.RawMeasurements;
import org.ausfall.core.evidence.RecoveryCurve;
import org.ausfall.core.measurement.Baseline;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.quantity.OutageWindow;

/** {@code report.json}: every number of the report, in a fixed order; nothing in it depends on when, where or how it was run. */
public final class FindingsJson {
    private FindingsJson() {}

    /** The findings as one JSON object. */
    public static String render(Findings findings) {
        return render(findings, Optional.empty());
    }

    /** The same, with how the method has done so far. */
    public static String render(Findings findings, Optional<TrackRecord> record) {
        return JsonText.of(json -> {
            json.object("event", event -> event(event, findings.evidence().event()));
            json.object("settings", settings -> settings(settings, findings.settings()));
            ExposureJson.write(json, findings.exposure());
            LossesJson.write(json, findings.losses());
            json.objects("published", findings.evidence().published(), FindingsJson::published);
            AssumptionsJson.write(json, findings.assumptions());
            json.objects("inputs", findings.evidence().inputs(), FindingsJson::input);
            json.objects("problems", findings.evidence().problems(), FindingsJson::problem);
            findings.evidence().raw().ifPresent(raw -> json.object("measurements", object -> raw(object, raw)));
            findings.sensitivity()
                    .ifPresent(known -> json.object("sensitivity", object -> SensitivityJson.write(object, known)));
            record.ifPresent(known -> json.object("track_record", object -> {
                object.number("level", Scores.PRINTED);
                object.count("inside", known.inside());
                object.count("events", known.events());
            }));
        });
    }

    private static void event(JsonText json, OutageEvent event) {
        json.text("id", event.id());
        json.text("title", event.title());
        json.flag("demonstration", event.demonstration());
        json.text("start", event.window().start().toString());
        json.text("end", event.window().end().toString());
        json.number("hours", event.window().hours());
        json.text("window_given_by", event.windowGivenBy());
        json.text("zone", event.zone().getId());
        json.number("published_threshold", event.publishedThreshold().ratio().doubleValue());
        json.object("population", population -> {
            population.text("scope", event.population().scope());
            population.text("label", event.population().label());
            population.text("sector", event.population().sector());
        });
        json.objects("reads", event.reads().knots(), FindingsJson::knot);
        json.objects("writes", event.writes().knots(), FindingsJson::knot);
        json.texts("sources", event.sources());
    }

    private static void knot(JsonText json, RecoveryCurve.Knot knot) {
        json.text("at", knot.at().toString());
        json.number("missing", knot.missing());
    }

    private static void settings(JsonText json, Settings settings) {
        json.number("threshold", settings.threshold().ratio().doubleValue());
        json.text("profile", settings.profile().code());
        json.count("draws", settings.draws());
        json.count("seed", settings.seed().value());
    }

    private static void published(JsonText json, PublishedFigure figure) {
        json.text("measure", figure.measure());
        json.text("scope", figure.scope());
        json.number("value", figure.value());
        json.text("unit", figure.unit());
        json.text("who", figure.who());
        json.text("kind", figure.kind());
        json.text("note", figure.note());
        json.text("source", figure.source());
    }

    private static void input(JsonText json, InputFile input) {
        json.text("name", input.name());
        json.text("sha256", input.sha256());
        input.crc32c().ifPresent(digits -> json.text("crc32c", digits));
        json.count("bytes", input.bytes());
        json.count("rows_read", input.rowsRead());
        json.count("rows_used", input.rowsUsed());
    }

    private static void raw(JsonText json, RawMeasurements raw) {
        json.objects("baselines", raw.windows().baselines(), FindingsJson::baseline);
        json.object("baseline_levels", levels -> raw.baselineLevels().forEach(levels::count));
        json.count("rejected_rows", raw.rejectedRows());
        json.object(
                "rejected",
                rejected -> raw.rejected().forEach((reason, count) -> rejected.count(reason.code(), count)));
        json.objects("rejected_sample", raw.sample(), FindingsJson::problem);
        json.object("detection", detection -> DetectionJson.write(detection, raw.detection()));
    }

    private static void baseline(JsonText json, Baseline baseline) {
        json.text("level", baseline.level());
        json.count("fewest_samples", baseline.fewest());
        json.objects("windows", baseline.windows(), FindingsJson::window);
    }

    private static void window(JsonText json, OutageWindow window) {
        json.text("start", window.start().toString());
        json.text("end", window.end().toString());
    }

    static void problem(JsonText json, Problem problem) {
        json.text("file", problem.place().file());
        json.count("line", problem.place().line());
        json.text("column", problem.place().column());
        json.text("value", problem.value());
        json.text("reason", problem.reason().code());
        json.text("detail", problem.detail());
        json.text("effect", problem.effect().name().toLowerCase(Locale.ROOT));
    }
}
