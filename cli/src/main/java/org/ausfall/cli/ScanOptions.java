package org.ausfall.cli;

import org.ausfall.ingest.probe.ScanLimits;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What raw measurements may cost, and what counts; the same options for every command that reads them. */
final class ScanOptions {
    @Option(
            names = "--max-line",
            paramLabel = "BYTES",
            defaultValue = "1048576",
            description = "The longest row of raw measurements; a longer one is a bad row. Default: ${DEFAULT-VALUE}")
    private int rowBytes = ScanLimits.DEFAULT.rowBytes();

    @Option(
            names = "--max-row-lines",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most lines a quoted row may span. Default: ${DEFAULT-VALUE}")
    private int rowLines = ScanLimits.DEFAULT.rowLines();

    @Option(
            names = "--max-columns",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The most columns of a header. Default: ${DEFAULT-VALUE}")
    private int columns = ScanLimits.DEFAULT.columns();

    @Option(
            names = "--max-sites",
            paramLabel = "N",
            defaultValue = "100000",
            description = "The most sites, and the most locations. Default: ${DEFAULT-VALUE}")
    private int sites = ScanLimits.DEFAULT.sites();

    @Option(
            names = "--max-expansion",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many times its size a compressed file may expand to. Default: ${DEFAULT-VALUE}")
    private int expansion = ScanLimits.DEFAULT.expansion();

    @Option(
            names = "--dedupe",
            description = "Of several measurements of a site and location at one time, keep one (a success first).")
    private boolean dedupe;

    /** Whether of several measurements of a site and location at one time only one counts. */
    boolean dedupe() {
        return dedupe;
    }

    @Spec(Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    /**
     * The limits; the share of bad rows is judged after the scan.
     *
     * @throws CommandLine.ParameterException if one is out of range, naming the option
     */
    ScanLimits limits() {
        try {
            return new ScanLimits(rowBytes, rowLines, columns, sites, expansion, 1);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage())
                    .replace("rowBytes", "--max-line")
                    .replace("rowLines", "--max-row-lines")
                    .replace("columns", "--max-columns")
                    .replace("sites", "--max-sites")
                    .replace("expansion", "--max-expansion");
            throw new CommandLine.ParameterException(command.commandLine(), message, e);
        }
    }
}
