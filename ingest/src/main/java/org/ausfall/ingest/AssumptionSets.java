package org.ausfall.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ausfall.core.assumption.Replacement;
import org.ausfall.core.assumption.SourcedBelief;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.csv.AssumptionSetCsv;
import org.ausfall.ingest.csv.CsvTable;

/**
 * What is believed once an analyst's sets of assumptions have replaced single beliefs.
 *
 * @param beliefs the table with the replaced rows in place of the old ones
 * @param replacements what was replaced by what, file by file
 */
record AssumptionSets(CsvTable<SourcedBelief> beliefs, List<Replacement> replacements) {

    /** Reads the sets one after the other; a belief that two of them replace costs the later file. */
    static AssumptionSets read(CsvTable<SourcedBelief> beliefs, List<FileLog.Named> files, FileLog log) {
        Map<String, String> replacedIn = new LinkedHashMap<>();
        List<Replacement> replacements = new ArrayList<>();
        for (FileLog.Named file : files) {
            CsvTable<AssumptionSetCsv.Row> set = log.wholeTable(file, new AssumptionSetCsv(beliefs));
            if (!set.refused() && !beliefs.refused()) {
                set.entries().forEach(entry -> {
                    String earlier = replacedIn.putIfAbsent(entry.key(), file.name());
                    if (earlier == null) {
                        replacements.add(replacement(beliefs, entry.value()));
                    } else {
                        log.addAll(List.of(twice(entry, earlier)));
                    }
                });
            }
        }
        return new AssumptionSets(replaced(beliefs, files, replacements), List.copyOf(replacements));
    }

    private static Replacement replacement(CsvTable<SourcedBelief> beliefs, AssumptionSetCsv.Row row) {
        SourcedBelief was = beliefs.values().stream()
                .filter(belief -> belief.key().equals(row.belief().key()))
                .findFirst()
                .orElseThrow();
        return new Replacement(was, row.belief(), row.set(), row.version());
    }

    private static Problem twice(CsvTable.Entry<AssumptionSetCsv.Row> entry, String earlier) {
        return Problem.file(
                entry.place().withColumn("belief"),
                entry.key(),
                Reason.DUPLICATE,
                earlier + " replaces this already; only one of the files can");
    }

    private static CsvTable<SourcedBelief> replaced(
            CsvTable<SourcedBelief> beliefs, List<FileLog.Named> files, List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return beliefs;
        }
        Map<String, SourcedBelief> byKey = new LinkedHashMap<>();
        replacements.forEach(replacement -> byKey.put(replacement.now().key(), replacement.now()));
        return new CsvTable<>(
                beliefs.file() + " with "
                        + files.stream().map(FileLog.Named::name).collect(Collectors.joining(", ")),
                beliefs.entries().stream()
                        .map(entry -> new CsvTable.Entry<>(
                                entry.key(), entry.place(), byKey.getOrDefault(entry.key(), entry.value())))
                        .toList(),
                beliefs.rejectedKeys(),
                beliefs.rowsRead(),
                beliefs.problems());
    }
}
