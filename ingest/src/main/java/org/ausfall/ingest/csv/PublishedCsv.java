package org.ausfall.ingest.csv;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.evidence.PublishedFigure;

/**
 * {@code published.csv} in an event folder, optional: what others said about the event in numbers. It stands beside the findings and
 * never enters them. One row a figure.
 *
 * <pre>
 * column   type                         blank  meaning
 * measure  text                         no     what it measures: loss, affected_retailers, ...
 * scope    text                         no     the population, as in the findings
 * value    number                       no     the figure
 * unit     text                         no     USD, count, fraction, ms, ...
 * who      text                         no     the publisher
 * kind     measured, modelled, reported no     how the publisher came to it; reported: by the company itself
 * note     text                         none   what limits a comparison
 * source   text                         none   citation
 * </pre>
 *
 * <p>The same figure for the same measure and scope by the same publisher stands only once.
 */
public final class PublishedCsv implements CsvSchema<PublishedFigure> {
    private static final Codes<String> KINDS = Codes.of("measured", "modelled", "reported");

    @Override
    public List<String> columns() {
        return List.of("measure", "scope", "value", "unit", "who", "kind", "note", "source");
    }

    @Override
    public List<String> key() {
        return List.of("measure", "scope", "who", "value");
    }

    @Override
    public Optional<PublishedFigure> parse(CsvRow row) {
        String measure = row.requiredText("measure");
        String scope = row.requiredText("scope");
        BigDecimal value = row.required("value", row.decimal("value"), BigDecimal.ZERO);
        String unit = row.requiredText("unit");
        String who = row.requiredText("who");
        String kind = row.required("kind", row.code("kind", KINDS), "");
        return row.build(() -> new PublishedFigure(
                measure, scope, value.doubleValue(), unit, who, kind, row.text("note"), row.text("source")));
    }
}
