package org.ausfall.ingest.csv;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ausfall.core.evidence.Provenance;
import org.ausfall.core.evidence.Retailer;
import org.ausfall.core.problem.Reason;
import org.ausfall.core.quantity.Money;

/**
 * {@code retailers.csv} in an event folder, else in the reference data: the monitored online retailers. One row a retailer.
 *
 * <pre>
 * column           type                     blank    meaning
 * retailer         text, unique             no       the key other files use; neutral where the retailer is reconstructed
 * name             text                     no       the name to show
 * domain           text                     unknown  its site
 * ticker           text                     none     key of a row in companies.csv: the company whose web business this is
 * web_sales_usd_m  number from 0, USD m     unknown  online sales of one year
 * year             year, 1900 to 2200       unknown  the year of these sales
 * provenance       measured, reported, ...  no       where they come from, one of the words of {@link Provenance}
 * source           text                     none     citation
 * </pre>
 *
 * <p>A ticker that companies.csv does not list is noted and dropped; the retailer then stands for itself.
 * Further columns, such as {@code sector}, are kept: the report can say which share of each group was touched.
 */
public final class RetailersCsv implements CsvSchema<Retailer> {
    static final Codes<Provenance> PROVENANCES = Codes.of(Provenance.values(), Provenance::code);

    private static final List<String> COLUMNS =
            List.of("retailer", "name", "domain", "ticker", "web_sales_usd_m", "year", "provenance", "source");

    private final Listing companies;

    /** The schema where these companies are listed. */
    public RetailersCsv(Listing companies) {
        this.companies = companies;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("retailer");
    }

    @Override
    public Optional<Retailer> parse(CsvRow row) {
        String id = row.requiredText("retailer");
        String name = row.requiredText("name");
        Optional<Money> webSales = row.millions("web_sales_usd_m");
        OptionalInt year = row.year("year");
        Provenance provenance = row.required("provenance", row.code("provenance", PROVENANCES), Provenance.UNKNOWN);
        return row.build(() -> new Retailer(
                id,
                name,
                row.optionalText("domain"),
                ticker(row),
                webSales,
                year,
                provenance,
                row.text("source"),
                row.others(COLUMNS)));
    }

    private Optional<String> ticker(CsvRow row) {
        Optional<String> ticker = row.optionalText("ticker");
        ticker.filter(name -> !companies.has(name))
                .ifPresent(name -> row.note(
                        "ticker",
                        Reason.UNKNOWN_COMPANY,
                        companies.absence(name) + "; the retailer is used without the link to a company"));
        return ticker.filter(companies::has);
    }

    /**
     * Writes the retailers as a file of this format; reading it gives them back.
     *
     * @throws IOException if the target cannot be written
     */
    public static void write(List<Retailer> retailers, Appendable target) throws IOException {
        CsvWriting rows = new CsvWriting(target, COLUMNS);
        for (Retailer retailer : retailers) {
            rows.row(
                    retailer.id(),
                    retailer.name(),
                    retailer.domain().orElse(""),
                    retailer.ticker().orElse(""),
                    CsvWriting.number(retailer.webSales().map(RetailersCsv::millions)),
                    retailer.year().isPresent()
                            ? Integer.toString(retailer.year().getAsInt())
                            : "",
                    retailer.provenance().code(),
                    retailer.source());
        }
    }

    /** Moves the decimal point instead of dividing, so that reading gives the same amount to the last bit. */
    private static BigDecimal millions(Money money) {
        return CsvWriting.shortest(BigDecimal.valueOf(money.usd()).movePointLeft(6));
    }
}
