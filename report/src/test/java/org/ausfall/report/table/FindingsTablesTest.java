package org.ausfall.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ausfall.core.analysis.Findings;
import org.ausfall.report.SampleFindings;
import org.ausfall.report.sheet.LossSheet;
import org.ausfall.report.sheet.ProblemSheet;
import org.ausfall.report.sheet.RetailerSheet;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class FindingsTablesTest {
    private final Findings findings = SampleFindings.small();

    @Test
    void columns_areNamedAsInTheFiles() {
        assertThat(FindingsTables.retailers(findings).columnNames())
                .isEqualTo(RetailerSheet.of(findings).header());
        assertThat(FindingsTables.losses(findings).columnNames())
                .isEqualTo(LossSheet.of(findings).header());
        assertThat(FindingsTables.problems(findings).columnNames())
                .isEqualTo(ProblemSheet.of(findings).header());
    }

    @Test
    void blanks_areMissing() {
        Table retailers = FindingsTables.retailers(findings);
        assertThat(retailers.rowCount()).isEqualTo(6);
        assertThat(retailers.doubleColumn("slowdown").countMissing()).isEqualTo(3);
        assertThat(FindingsTables.problems(findings).longColumn("line").countMissing())
                .isEqualTo(1);
        assertThat(FindingsTables.problems(findings).longColumn("line").get(0)).isEqualTo(7L);
    }

    @Test
    void populations_haveFullPrecision() {
        Table populations = FindingsTables.populations(findings);
        assertThat(populations.doubleColumn("gross_p50").get(1)).isEqualTo(123_456_789.123);
        assertThat(populations.column("companies").type()).isEqualTo(ColumnType.LONG);
        assertThat(populations.stringColumn("basis").asList())
                .isEqualTo(List.of("reconstructed", "estimated", "estimated", "estimated"));
    }

    @Test
    void analyst_canSortAndFilter() {
        Table losses = FindingsTables.losses(findings);
        assertThat(losses.where(losses.doubleColumn("gross_p50").isGreaterThan(1e6))
                        .stringColumn("id")
                        .asList())
                .containsExactly("BANK");
    }
}
