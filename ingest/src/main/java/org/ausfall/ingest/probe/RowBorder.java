package org.ausfall.ingest.probe;

/**
 * Finds a place in the middle of a file that is certainly the start of a row, although a line feed may be part of a quoted field.
 *
 * <p>A line start is no row start only if a row before it has an open quote there. Suppose so, and look at the first quote from
 * there on that is not doubled: it would have to close the field, so a comma or a line end must follow. If anything else
 * follows, the supposed row is malformed, and a malformed row ends with its first line ({@link StrictRow}): the supposition was
 * wrong. It was wrong, too, if no quote comes within the most lines or bytes a row may have. So a few lines decide, in files
 * without quotes as in files full of them. Where they do not, the rows are split one by one from a known start.
 */
final class RowBorder {
    private final ScanLimits limits;
    private final StrictRow strict;

    RowBorder(Header header, ScanLimits limits) {
        this.limits = limits;
        this.strict = new StrictRow(header, limits);
    }

    /** The last place found that is certainly a row start, given that one is at 0; 0 if there is no other. */
    int last(byte[] b, int length) {
        int provable = lastProvable(b, length);
        return provable > 0 ? provable : lastBySplitting(b, length);
    }

    private int lastProvable(byte[] b, int length) {
        int quoteFreeLines = 0;
        int quoteFreeEnd = length;
        int lineEnd = length;
        for (int p = length - 1; p > 0; p--) {
            if (b[p - 1] != '\n') {
                continue;
            }
            FirstQuote quote = firstQuote(b, p, lineEnd, length);
            if (quote == FirstQuote.CLOSES_NOTHING) {
                return p;
            }
            quoteFreeLines = quote == FirstQuote.NONE ? quoteFreeLines + 1 : 0;
            quoteFreeEnd = quote == FirstQuote.NONE ? quoteFreeEnd : p;
            // The last line may go on beyond the buffer, so one line more is asked for.
            if (quoteFreeLines > limits.rowLines() || quoteFreeEnd - p > limits.rowBytes()) {
                return p;
            }
            lineEnd = p;
        }
        return 0;
    }

    private enum FirstQuote {
        NONE,
        CLOSES_NOTHING,
        MAY_CLOSE
    }

    private static FirstQuote firstQuote(byte[] b, int lineStart, int lineEnd, int length) {
        int p = lineStart;
        while (p < lineEnd) {
            if (b[p] != '"') {
                p++;
            } else if (p + 1 < length && b[p + 1] == '"') {
                p += 2;
            } else {
                boolean contradicts = p + 1 < length && b[p + 1] != ',' && b[p + 1] != '\n' && b[p + 1] != '\r';
                return contradicts ? FirstQuote.CLOSES_NOTHING : FirstQuote.MAY_CLOSE;
            }
        }
        return FirstQuote.NONE;
    }

    private int lastBySplitting(byte[] b, int length) {
        int lastLineFeed = length - 1;
        while (lastLineFeed >= 0 && b[lastLineFeed] != '\n') {
            lastLineFeed--;
        }
        int p = 0;
        while (p <= lastLineFeed) {
            // A row without fault ends where it ends; a fault may vanish with the bytes that follow.
            if (strict.read(b, p, length).isPresent() && strict.cutOff()) {
                return p;
            }
            p = strict.end();
        }
        return p;
    }
}
