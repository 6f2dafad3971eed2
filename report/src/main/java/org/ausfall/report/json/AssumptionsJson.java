package org.ausfall.report.json;

import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.Replacement;
import org.ausfall.core.assumption.ResponseCurves;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;

/** What was believed. */
final class AssumptionsJson {
    private AssumptionsJson() {}

    static void write(JsonText json, Assumptions assumptions) {
        json.objects("assumptions", assumptions.beliefs(), AssumptionsJson::belief);
        json.objects("replaced", assumptions.replacements(), AssumptionsJson::replacement);
        json.objects("sectors", assumptions.sectors(), AssumptionsJson::sector);
        json.objects("profiles", assumptions.profiles(), AssumptionsJson::profile);
        json.object("response", object -> response(object, assumptions.response()));
    }

    private static void belief(JsonText json, SourcedBelief belief) {
        json.text("name", belief.name().code());
        json.text("scope", belief.scope());
        json.number("p05", belief.belief().p05());
        json.number("p50", belief.belief().p50());
        json.number("p95", belief.belief().p95());
        json.text("unit", belief.unit());
        json.text("basis", belief.basis());
        json.text("source", belief.source());
        json.text("note", belief.note());
    }

    private static void replacement(JsonText json, Replacement replacement) {
        json.text("set", replacement.set());
        json.text("version", replacement.version());
        json.object("was", was -> belief(was, replacement.was()));
        json.object("now", now -> belief(now, replacement.now()));
    }

    private static void sector(JsonText json, SectorTraits traits) {
        json.text("sector", traits.sector());
        json.text("recapture_class", traits.recaptureClass());
        json.text("halving_class", traits.halvingClass());
        json.text("profile", traits.profile());
        json.text("basis", traits.basis());
    }

    private static void profile(JsonText json, DemandProfile profile) {
        json.text("name", profile.name());
        json.numbers("hour_weights", profile.hourWeights());
        json.numbers("weekday_weights", profile.weekdayWeights());
        json.text("basis", profile.basis());
    }

    private static void response(JsonText json, ResponseCurves response) {
        json.objects("devices", response.devices(), AssumptionsJson::device);
        json.number("abandonment_shape", response.abandonmentShape());
        json.number("abandonment_scale_s", response.abandonmentScaleS());
    }

    private static void device(JsonText json, DeviceResponse device) {
        json.text("device", device.device());
        json.number("order_share", device.orderShare());
        json.number("optimum_s", device.optimumS());
        json.number("a", device.a());
        json.number("k", device.k());
    }
}
