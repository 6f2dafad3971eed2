package org.ausfall.ingest.csv;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.RevenueBasis;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;

/**
 * {@code companies.csv} in an event folder, else in the reference data: listed companies. One row a ticker.
 *
 * <pre>
 * column           type                        blank    meaning
 * ticker           text, unique                no       the key other files use
 * name             text                        no       the name to show
 * sector           text                        no       key of a row in sectors.csv
 * year             year, 1900 to 2200          unknown  the calendar year most of the fiscal year lies in
 * revenue_usd_m    number from 0, USD m        unknown  revenue of that year, group, world-wide
 * revenue_basis    reported, implied, unknown  unknown  how the revenue is known; needed where there is one
 * same_company_as  text                        none     ticker of the share class that carries the company
 * </pre>
 *
 * <p>A further share class names the one that carries the company, which must stand in the file and carry itself.
 * Further columns are kept: the report can say what the companies of each value lost.
 */
public final class CompaniesCsv implements CsvSchema<Company> {
    private static final List<String> COLUMNS =
            List.of("ticker", "name", "sector", "year", "revenue_usd_m", "revenue_basis", "same_company_as");
    private static final Codes<RevenueBasis> BASES = Codes.of(RevenueBasis.values(), RevenueBasis::code);

    private final Listing sectors;

    /** The schema where these sectors are known. */
    public CompaniesCsv(Listing sectors) {
        this.sectors = sectors;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("ticker");
    }

    @Override
    public Optional<Company> parse(CsvRow row) {
        String ticker = row.requiredText("ticker");
        String name = row.requiredText("name");
        String sector = row.requiredText("sector");
        if (!sector.isEmpty() && !sectors.has(sector)) {
            row.reject("sector", Reason.UNKNOWN_NAME, sectors.absence(sector) + "; correct the name or add the sector");
        }
        OptionalInt year = row.year("year");
        Optional<Money> revenue = row.millions("revenue_usd_m");
        RevenueBasis basis = row.code("revenue_basis", BASES).orElse(RevenueBasis.UNKNOWN);
        if (revenue.isPresent() && row.optionalText("revenue_basis").isEmpty()) {
            row.reject("revenue_basis", Reason.MISSING_VALUE, "blank; say whether the revenue is reported or implied");
        } else if (revenue.isPresent() && row.text("revenue_basis").equals(RevenueBasis.UNKNOWN.code())) {
            row.reject(
                    "revenue_basis", Reason.CONTRADICTION, "there is a revenue; say whether it is reported or implied");
        }
        return row.build(() -> new Company(
                ticker, name, sector, revenue, year, basis, row.optionalText("same_company_as"), row.others(COLUMNS)));
    }

    @Override
    public CsvTable<Company> check(CsvTable<Company> table) {
        Set<String> carriers = new HashSet<>();
        Set<String> followers = new HashSet<>();
        table.values()
                .forEach(company -> (company.sameCompanyAs().isEmpty() ? carriers : followers).add(company.ticker()));
        return table.reject(entry -> entry.value()
                .sameCompanyAs()
                .filter(other -> !carriers.contains(other))
                .map(other -> noCarrier(entry, other, followers.contains(other))));
    }

    private static Problem noCarrier(CsvTable.Entry<Company> entry, String other, boolean follower) {
        return Problem.row(
                entry.place().withColumn("same_company_as"),
                entry.key(),
                other,
                follower ? Reason.CONTRADICTION : Reason.UNKNOWN_COMPANY,
                follower
                        ? "that row is a further share class itself; name the one that carries the company"
                        : "no usable row of this file has that ticker; name the share class that carries the company");
    }
}
