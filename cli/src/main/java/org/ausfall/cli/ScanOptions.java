package org.ausfall.cli;

import java.util.List;
import org.ausfall.ingest.probe.ScanLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** What raw measurements may cost, and what counts; the same options for every command that reads them. */
final class ScanOptions implements Takes {
    private final Given<Integer> rowBytes = Given.of(
            int.class,
            OptionSpec.builder("--max-line")
                    .paramLabel("BYTES")
                    .defaultValue("1048576")
                    .description(
                            "The longest row of raw measurements; a longer one is a bad row. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> rowLines = Given.of(
            int.class,
            OptionSpec.builder("--max-row-lines")
                    .paramLabel("N")
                    .defaultValue("100")
                    .description("The most lines a quoted row may span. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> columns = Given.of(
            int.class,
            OptionSpec.builder("--max-columns")
                    .paramLabel("N")
                    .defaultValue("1000")
                    .description("The most columns of a header. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> sites = Given.of(
            int.class,
            OptionSpec.builder("--max-sites")
                    .paramLabel("N")
                    .defaultValue("100000")
                    .description("The most sites, and the most locations. Default: ${DEFAULT-VALUE}"));

    private final Given<Integer> expansion = Given.of(
            int.class,
            OptionSpec.builder("--max-expansion")
                    .paramLabel("N")
                    .defaultValue("500")
                    .description("How many times its size a compressed file may expand to. Default: ${DEFAULT-VALUE}"));

    private final Given<Boolean> dedupe = Given.flag(OptionSpec.builder("--dedupe")
            .description("Of several measurements of a site and location at one time, keep one (a success first)."));

    /** Whether of several measurements of a site and location at one time only one counts. */
    boolean dedupe() {
        return dedupe.value();
    }

    @Override
    public void addTo(CommandSpec command) {
        List.of(rowBytes, rowLines, columns, sites, expansion, dedupe).forEach(option -> option.addTo(command));
    }

    /**
     * The limits; the share of bad rows is judged after the scan.
     *
     * @throws ParameterException if one is out of range, naming the option
     */
    ScanLimits limits() {
        try {
            return new ScanLimits(
                    rowBytes.value(), rowLines.value(), columns.value(), sites.value(), expansion.value(), 1);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage())
                    .replace("rowBytes", "--max-line")
                    .replace("rowLines", "--max-row-lines")
                    .replace("columns", "--max-columns")
                    .replace("sites", "--max-sites")
                    .replace("expansion", "--max-expansion");
            throw new ParameterException(rowBytes.spec().command().commandLine(), message, e);
        }
    }
}
