package org.ausfall.ingest.csv;

import java.util.List;
import java.util.Optional;
import org.ausfall.core.assumption.SectorTraits;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;

/**
 * {@code sectors.csv} in the reference data: which class of belief applies to a sector. One row a sector, and one named {@code
 * online retail} for the monitored shops.
 *
 * <pre>
 * column           type          blank  meaning
 * sector           text, unique  no     the name companies.csv uses
 * recapture_class  text          no     scope of a recapture_r in beliefs.csv
 * halving_class    text          no     scope of a recapture_halving_h in beliefs.csv
 * profile          text          no     a profile in profiles.csv
 * basis            text          none   the word assumption, or what the row rests on
 * source           text          none   citation; not read
 * </pre>
 */
public final class SectorsCsv implements CsvSchema<SectorTraits> {
    private final Listing recaptureClasses;
    private final Listing halvingClasses;
    private final Listing profiles;

    /** The schema where these classes and profiles are known. */
    public SectorsCsv(Listing recaptureClasses, Listing halvingClasses, Listing profiles) {
        this.recaptureClasses = recaptureClasses;
        this.halvingClasses = halvingClasses;
        this.profiles = profiles;
    }

    @Override
    public List<String> columns() {
        return List.of("sector", "recapture_class", "halving_class", "profile", "basis", "source");
    }

    @Override
    public List<String> key() {
        return List.of("sector");
    }

    @Override
    public Optional<SectorTraits> parse(CsvRow row) {
        String sector = row.requiredText("sector");
        String recapture = known(row, "recapture_class", recaptureClasses, "a recapture_r for this scope");
        String halving = known(row, "halving_class", halvingClasses, "a recapture_halving_h for this scope");
        String profile = known(row, "profile", profiles, "a profile of this name");
        return row.build(() -> new SectorTraits(sector, recapture, halving, profile, row.text("basis")));
    }

    private static String known(CsvRow row, String column, Listing listing, String what) {
        String name = row.requiredText(column);
        if (!name.isEmpty() && !listing.mentions(name)) {
            row.reject(
                    column, Reason.UNKNOWN_NAME, listing.file() + " has not " + what + "; correct the name or add it");
        }
        return name;
    }

    @Override
    public CsvTable<SectorTraits> check(CsvTable<SectorTraits> table) {
        if (table.listing().has(SectorTraits.MONITORED_RETAIL)) {
            return table;
        }
        return table.with(Problem.file(
                Place.of(table.file()).withColumn("sector"),
                SectorTraits.MONITORED_RETAIL,
                Reason.MISSING_VALUE,
                "no usable row for the monitored shops; add one for this sector"));
    }
}
