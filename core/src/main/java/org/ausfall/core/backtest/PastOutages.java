package org.ausfall.core.backtest;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.evidence.InputFile;
import org.ausfall.core.problem.Problem;

/**
 * Everything read about past outages, events and figures in the order of their keys.
 *
 * @param events what was known of each company, keys unique
 * @param figures what was said to have been lost; each speaks of one of the events
 * @param priors what was believed before any of them was looked at
 * @param inputs the files behind all this
 * @param problems what was wrong with them
 */
public record PastOutages(
        List<PastEvent> events,
        List<LossFigure> figures,
        Priors priors,
        List<InputFile> inputs,
        List<Problem> problems) {
    /** Puts events and figures in order. */
    public PastOutages {
        events = events.stream().sorted(Comparator.comparing(PastEvent::key)).toList();
        figures = figures.stream()
                .sorted(Comparator.comparing(LossFigure::key)
                        .thenComparing(figure -> figure.place().line()))
                .toList();
        inputs = List.copyOf(inputs);
        problems = List.copyOf(problems);
    }

    /** The figure of an event that an estimate is scored against. */
    public Optional<LossFigure> scored(PastEvent event) {
        return figures.stream()
                .filter(figure -> figure.scored() && figure.key().equals(event.key()))
                .findFirst();
    }
}
