package org.ausfall.ingest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.ScannedFile;

/**
 * How many rows of a file may be bad before the file is refused: a share of its rows, rounded down, but always at least one.
 *
 * @param share in [0, 1], exact
 */
public record BadRowLimit(BigDecimal share) {
    /** 5 % of a file's rows. */
    public static final BadRowLimit DEFAULT = new BadRowLimit(new BigDecimal("0.05"));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,6})?");

    /** Checks that the share is in [0, 1]. */
    public BadRowLimit {
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("the share of bad rows must be between 0 % and 100 %, was "
                    + share.movePointRight(2).toPlainString() + " %");
        }
        share = share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    /**
     * Reads {@code 5%} or {@code 0.05}.
     *
     * @throws IllegalArgumentException if the text is neither, or out of range, with a message that says what to write
     */
    public static BadRowLimit parse(String text) {
        String trimmed = text.strip();
        boolean percent = trimmed.endsWith("%");
        String digits = percent ? trimmed.substring(0, trimmed.length() - 1).strip() : trimmed;
        if (!NUMBER.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a share of rows: '" + text + "'; write it as 5% or 0.05");
        }
        BigDecimal number = new BigDecimal(digits);
        if (!percent && number.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "not a share of rows: '" + text + "'; write " + digits + "% if percent is meant");
        }
        return new BadRowLimit(percent ? number.movePointLeft(2) : number);
    }

    /** How many of so many rows may be bad: the share of them, rounded down, and at least one. */
    public long allowed(long rows) {
        long part = share.multiply(BigDecimal.valueOf(rows))
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
        return Math.max(1, part);
    }

    /** The files of raw measurements that have more bad rows than may be. */
    public List<Problem> check(List<ScannedFile> files) {
        return files.stream()
                .filter(file -> file.badRows() > allowed(file.rows()))
                .map(file -> tooMany(file.name(), file.badRows(), file.rows()))
                .toList();
    }

    Problem tooMany(String file, long bad, long rows) {
        return Problem.file(
                Place.of(file),
                bad + " of " + rows,
                Reason.TOO_MANY_BAD_ROWS,
                bad + " of " + rows + " rows are bad and " + allowed(rows) + " may be (" + this
                        + ", at least one); correct them or allow more");
    }

    /** The share in percent, without trailing zeros: {@code 5%}. */
    @Override
    public String toString() {
        BigDecimal percent = share.movePointRight(2);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + "%";
    }
}
