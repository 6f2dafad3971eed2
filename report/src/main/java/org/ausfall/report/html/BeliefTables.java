package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.assumption.Assumptions;
import org.ausfall.core.assumption.Belief;
import org.ausfall.core.assumption.DemandProfile;
import org.ausfall.core.assumption.DeviceResponse;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.sensitivity.Measure;
import org.ausfall.core.sensitivity.PopulationSensitivity;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.ReplacedText;
import org.ausfall.report.wording.SensitivityText;
import org.ausfall.report.wording.SixDigits;

/** What was believed, as tables; a bare assumption is marked as one. */
final class BeliefTables {
    private static final String ASSUMPTION = "assumption";

    private BeliefTables() {}

    static List<HtmlTable> all(Findings findings) {
        Assumptions assumptions = findings.assumptions();
        List<HtmlTable> tables = new ArrayList<>();
        if (!assumptions.replacements().isEmpty()) {
            tables.add(replaced(assumptions));
        }
        tables.addAll(List.of(beliefs(findings), sectors(assumptions), profiles(assumptions), devices(assumptions)));
        return tables;
    }

    private static HtmlTable replaced(Assumptions assumptions) {
        return HtmlTable.of("Beliefs that were replaced", assumptions.replacements())
                .text("Belief", replacement -> replacement.now().name().code())
                .text("For", replacement -> replacement.now().scope())
                .number(
                        "Instead of",
                        replacement -> ReplacedText.value(replacement.was().belief()))
                .number(
                        "Believed",
                        replacement -> ReplacedText.value(replacement.now().belief()))
                .text("Set", ReplacedText::set)
                .prose("Source", replacement -> replacement.now().source())
                .build();
    }

    private static HtmlTable beliefs(Findings findings) {
        HtmlTable.Builder<SourcedBelief> table = HtmlTable.of(
                        "Beliefs with their ranges", findings.assumptions().beliefs())
                .text("Belief", belief -> belief.name().code())
                .text("For", SourcedBelief::scope)
                .number("Value", belief -> SixDigits.format(belief.belief().p50()))
                .number("90 % range", belief -> range(belief.belief()))
                .text("Unit", SourcedBelief::unit)
                .marked("Basis", belief -> basis(belief.basis()), belief -> mark(belief.basis()));
        effects(findings)
                .forEach(effect -> table.number(
                        "Moves the median of " + SensitivityText.name(findings, effect),
                        belief -> moves(effect, belief)));
        return table.prose("Source", SourcedBelief::source)
                .prose("Note", SourcedBelief::note)
                .build();
    }

    /** Net losses, which every belief moves that moves a gross loss. */
    private static List<PopulationSensitivity> effects(Findings findings) {
        return findings.sensitivity().stream()
                .flatMap(sensitivity -> sensitivity.populations().stream())
                .filter(population -> population.measure() == Measure.NET)
                .toList();
    }

    private static String moves(PopulationSensitivity effect, SourcedBelief belief) {
        return effect.bars().stream()
                .filter(bar -> bar.driver().belief().equals(Optional.of(belief.name())))
                .findFirst()
                .map(bar -> MoneyText.bare(bar.low().p50()) + " to "
                        + MoneyText.bare(bar.high().p50()))
                .orElse("");
    }

    private static String range(Belief belief) {
        return belief instanceof Belief.Known
                ? "taken as known"
                : SixDigits.format(belief.p05()) + " to " + SixDigits.format(belief.p95());
    }

    private static String mark(String basis) {
        return basis.toLowerCase(Locale.ROOT).startsWith(ASSUMPTION) ? ASSUMPTION : "";
    }

    /** What is left of the basis beside the mark. */
    private static String basis(String basis) {
        return mark(basis).isEmpty()
                ? basis
                : basis.substring(ASSUMPTION.length()).replaceFirst("^[\\s:;,]+", "");
    }

    private static HtmlTable sectors(Assumptions assumptions) {
        return HtmlTable.of("Which beliefs apply to which sector", assumptions.sectors())
                .text("Sector", SectorTraits::sector)
                .text("Recapture", SectorTraits::recaptureClass)
                .text("Halving", SectorTraits::halvingClass)
                .text("Demand profile", SectorTraits::profile)
                .marked("Basis", traits -> basis(traits.basis()), traits -> mark(traits.basis()))
                .build();
    }

    private static HtmlTable profiles(Assumptions assumptions) {
        return HtmlTable.of("Demand profiles; their weights are in report.json", assumptions.profiles())
                .text("Profile", DemandProfile::name)
                .number("Strongest hour (local time)", BeliefTables::strongestHour)
                .marked("Basis", profile -> basis(profile.basis()), profile -> mark(profile.basis()))
                .build();
    }

    private static String strongestHour(DemandProfile profile) {
        List<Double> shares = profile.hourWeights();
        int hour = shares.indexOf(shares.stream().max(Double::compare).orElseThrow());
        return (hour < 10 ? "0" : "") + hour + ":00";
    }

    private static HtmlTable devices(Assumptions assumptions) {
        return HtmlTable.of(
                        "How conversion falls with delay",
                        assumptions.response().devices())
                .text("Device", DeviceResponse::device)
                .number("Share of orders", device -> SixDigits.format(device.orderShare()))
                .number("Best load time, s", device -> SixDigits.format(device.optimumS()))
                .number("Slope a, 1/s^k", device -> SixDigits.format(device.a()))
                .number("Exponent k", device -> SixDigits.format(device.k()))
                .build();
    }
}
