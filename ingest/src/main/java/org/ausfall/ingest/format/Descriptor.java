package org.ausfall.ingest.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ausfall.core.measurement.MetricKind;

/**
 * What one format means: how a file of it is recognized, and what makes a measurement of its rows. Written as YAML, see {@link
 * DescriptorYaml}.
 *
 * @param id its name in options
 * @param title its name in sentences
 * @param shape how measurements are laid out
 * @param recognition how it is recognized
 * @param pattern how a line is taken apart, for {@link Shape#LINES}
 * @param time where times stand
 * @param site where the site's name comes from
 * @param location where the location's name comes from
 * @param defaultLocation the location where none is named
 * @param kind the kind of duration that is read if nobody asks for another; empty if rows say it themselves or nobody does
 * @param kindColumn the possible names of the column in which rows say their kind; none if there is no such column
 * @param durations where the durations of each kind stand
 * @param status the possible names of the column with the HTTP status; none if there is no such column
 * @param rules what rows mean, the first that applies
 * @param weight how many measurements a row stands for, if not one
 * @param deduped whether of several rows of a site and location at one time only one ever counts
 * @param decimal how numbers are written
 * @param blanks what else but nothing means nothing
 * @param page what a user should know
 */
public record Descriptor(
        String id,
        String title,
        Shape shape,
        Recognition recognition,
        Optional<Pattern> pattern,
        TimeRule time,
        List<NamePart> site,
        List<NamePart> location,
        String defaultLocation,
        Optional<MetricKind> kind,
        List<String> kindColumn,
        Map<MetricKind, DurationRule> durations,
        List<String> status,
        List<Rule> rules,
        Optional<WeightRule> weight,
        boolean deduped,
        DecimalMark decimal,
        Set<String> blanks,
        FormatPage page) {
    /** Copies the collections. */
    public Descriptor {
        site = List.copyOf(site);
        location = List.copyOf(location);
        kindColumn = List.copyOf(kindColumn);
        status = List.copyOf(status);
        rules = List.copyOf(rules);
        blanks = Set.copyOf(blanks);
    }

    /** Where durations stand if that kind is asked for, or none in particular; empty if the format does not have the kind. */
    Optional<DurationRule> duration(Optional<MetricKind> wanted) {
        return wanted.or(() -> kind).isEmpty()
                ? durations.values().stream().findFirst()
                : Optional.ofNullable(durations.get(wanted.or(() -> kind).get()));
    }
}
