package org.ausfall.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ausfall.core.analysis.Findings;
import org.ausfall.core.evidence.PublishedFigure;
import org.ausfall.core.loss.CompanyLoss;
import org.ausfall.core.loss.NotEstimated;
import org.ausfall.report.wording.Counted;
import org.ausfall.report.wording.Headline;
import org.ausfall.report.wording.MoneyText;
import org.ausfall.report.wording.PublishedText;

/**
 * Something to know before quoting.
 *
 * @param text what
 * @param section the id of the section that shows it
 * @param link the words of the link there
 */
public record Caveat(String text, String section, String link) {
    static List<Caveat> all(Findings findings) {
        return Stream.of(reconstructed(findings), modelled(findings), left(findings))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Caveat> reconstructed(Findings findings) {
        int reconstructed = findings.exposure().reconstructed();
        if (reconstructed == 0) {
            return Optional.empty();
        }
        String text = reconstructed + " of the " + findings.exposure().measurable() + " measurable "
                + Headline.label(findings) + Counted.word(reconstructed, " is", " are")
                + (findings.evidence().raw().isPresent()
                        ? " reconstructed: made up for this demonstration. Quote nothing of it."
                        : published(findings));
        return Optional.of(new Caveat(text, "touched", "Who was touched"));
    }

    private static String published(Findings findings) {
        return " reconstructed: invented so that the published totals hold. Quote the totals, never a reconstructed site. "
                + "The share at any other threshold than "
                + findings.evidence().event().publishedThreshold().percent()
                + " % and the losses of these sites are reconstructed too.";
    }

    private static Optional<Caveat> modelled(Findings findings) {
        List<PublishedFigure> models = findings.evidence().published().stream()
                .filter(PublishedText::isMoney)
                .filter(figure -> figure.kind().toLowerCase(Locale.ROOT).startsWith("modelled"))
                .toList();
        if (models.isEmpty()) {
            return Optional.empty();
        }
        String amounts = models.stream()
                .map(figure -> MoneyText.of(figure.value()) + " (" + PublishedText.population(findings, figure) + ", "
                        + PublishedText.origin(figure) + ")")
                .collect(Collectors.joining(" and "));
        String notes = models.stream()
                .filter(figure -> !figure.note().isEmpty())
                .map(figure -> sentence("On " + PublishedText.population(findings, figure) + ": " + figure.note()))
                .distinct()
                .collect(Collectors.joining());
        return Optional.of(new Caveat(
                "The published " + amounts + Counted.word(models.size(), " is a model", " are models")
                        + ", not the truth; nothing here was tuned to "
                        + Counted.word(models.size(), "it", "them") + "." + notes,
                "cost",
                "What it cost"));
    }

    private static String sentence(String note) {
        return " " + note + (note.endsWith(".") ? "" : ".");
    }

    private static Optional<Caveat> left(Findings findings) {
        List<String> parts = new ArrayList<>();
        long missing = findings.losses().notEstimated().stream()
                .map(NotEstimated::id)
                .distinct()
                .count();
        if (missing > 0) {
            parts.add(Counted.of(missing, "member of these populations has", "members of these populations have")
                    + " no estimate and " + Counted.word(missing, "adds", "add") + " nothing to the totals.");
        }
        List<CompanyLoss> partly = findings.losses().companies().stream()
                .filter(company -> company.unmodelledUsd() > 0)
                .toList();
        if (!partly.isEmpty()) {
            double rest =
                    partly.stream().mapToDouble(CompanyLoss::unmodelledUsd).sum();
            parts.add("Of a monitored company only the web sales are modelled: the rest of the business of "
                    + Counted.of(partly.size(), "listed company", "listed companies") + " (" + MoneyText.of(rest)
                    + " of revenue a year) adds nothing to the totals.");
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Caveat(String.join(" ", parts), "cost", "What it cost"));
    }
}
