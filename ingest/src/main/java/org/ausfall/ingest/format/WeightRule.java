package org.ausfall.ingest.format;

import java.util.List;

/**
 * How many measurements a row stands for.
 *
 * @param count the possible names of the column with their number
 * @param available the possible names of the column with the percentage that succeeded; none if all ended alike
 */
record WeightRule(List<String> count, List<String> available) {
    WeightRule {
        count = List.copyOf(count);
        available = List.copyOf(available);
    }
}
