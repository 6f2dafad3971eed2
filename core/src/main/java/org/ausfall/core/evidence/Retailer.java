package org.ausfall.core.evidence;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ausfall.core.quantity.Money;

/**
 * A monitored online retailer.
 *
 * @param id the key used in every file, neutral where the retailer is reconstructed
 * @param name the name to show
 * @param domain the site, if known
 * @param ticker the {@link Company} whose web business this is, if that company is listed; its loss is then this retailer's
 * @param webSales online sales of one year; empty where no source gives them
 * @param year the year of the web sales (the calendar year most of the fiscal year lies in)
 * @param provenance where the web sales come from
 * @param source the citation
 * @param attributes what the analyst's list says besides, by the name of the column, blanks left out
 */
public record Retailer(
        String id,
        String name,
        Optional<String> domain,
        Optional<String> ticker,
        Optional<Money> webSales,
        OptionalInt year,
        Provenance provenance,
        String source,
        Map<String, String> attributes) {
    /** Copies the attributes into the order of their names. */
    public Retailer {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
    }

    /** A retailer without further attributes. */
    public Retailer(
            String id,
            String name,
            Optional<String> domain,
            Optional<String> ticker,
            Optional<Money> webSales,
            OptionalInt year,
            Provenance provenance,
            String source) {
        this(id, name, domain, ticker, webSales, year, provenance, source, Map.of());
    }
}
