package org.ausfall.report.json;

import java.util.Optional;
import org.ausfall.core.detection.DetectedOutage;
import org.ausfall.core.detection.Detection;
import org.ausfall.core.quantity.OutageWindow;

/** What a look for outages found, as part of a JSON object. */
public final class DetectionJson {
    private DetectionJson() {}

    /** Writes how it was looked and what was found. */
    public static void write(JsonText json, Detection detection) {
        json.text("bin", detection.marking().bins().length().toString());
        json.text("polling_interval", detection.marking().interval().toString());
        json.number("threshold", detection.marking().threshold().ratio().doubleValue());
        json.count("sites", detection.sites());
        json.count("sites_asked_too_seldom", detection.tooSeldom().size());
        json.count("sites_with_too_few_successes", detection.tooFew().size());
        json.count("locations", detection.locations());
        json.objects("outages", detection.outages(), DetectionJson::outage);
        json.objects("seen_from_few_locations", detection.localTroubles(), DetectionJson::window);
    }

    private static void outage(JsonText json, DetectedOutage outage) {
        window(json, outage.window());
        json.text("start_plus_minus", outage.startGive().toString());
        json.text("end_plus_minus", outage.endGive().toString());
        json.flag("started_before_measurements", outage.startsBefore());
        json.flag("not_over_at_their_end", outage.endsAfter());
        json.count("sites", outage.participants().size());
        json.number("peak_share", outage.atPeak().fraction());
        json.number("usual_share", outage.usual().fraction());
        json.number(
                "confidence",
                outage.quiet().confidence().isPresent()
                        ? Optional.of(outage.quiet().confidence().getAsDouble())
                        : Optional.empty());
    }

    private static void window(JsonText json, OutageWindow window) {
        json.text("start", window.start().toString());
        json.text("end", window.end().toString());
    }
}
