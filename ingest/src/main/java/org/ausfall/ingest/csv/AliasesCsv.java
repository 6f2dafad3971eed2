package org.ausfall.ingest.csv;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Reason;

/**
 * Reads {@code aliases.csv}: how monitors call the sites of retailers. See {@link CsvSchema} for what holds for every file.
 *
 * <pre>
 * column    type  blank  meaning
 * site      text  no     the site's name in the measurements, exactly
 * retailer  text  no     the id of the retailer whose site it is
 * </pre>
 */
public final class AliasesCsv implements CsvSchema<AliasesCsv.Alias> {
    private final Listing retailers;

    /**
     * A site's other name.
     *
     * @param site the name in the measurements
     * @param retailer the id of the retailer
     */
    public record Alias(String site, String retailer) {}

    /** Refers to these retailers. */
    public AliasesCsv(Listing retailers) {
        this.retailers = retailers;
    }

    @Override
    public List<String> columns() {
        return List.of("site", "retailer");
    }

    @Override
    public List<String> key() {
        return List.of("site");
    }

    @Override
    public Optional<Alias> parse(CsvRow row) {
        String site = row.requiredText("site");
        String retailer = row.requiredText("retailer");
        if (!retailer.isEmpty() && !retailers.has(retailer)) {
            row.reject(
                    "retailer",
                    Reason.UNKNOWN_RETAILER,
                    retailers.absence(retailer) + "; correct the id or add the row");
        }
        return row.build(() -> new Alias(site, retailer));
    }
}
