package org.ausfall.ingest.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.ingest.rows.RowSplitter;

/** Reads a measurement a line: the named groups of the descriptor's pattern act as columns. */
final class LineReading extends RowReading {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");

    private final List<String> names;
    private final Matcher matcher;

    LineReading(Target target) throws Misfit {
        super(target, groups(pattern(target)), List.of());
        this.names = groups(pattern(target));
        this.matcher = pattern(target).matcher("");
    }

    private static Pattern pattern(Target target) {
        return target.descriptor().pattern().orElseThrow();
    }

    private static List<String> groups(Pattern pattern) {
        List<String> names = new ArrayList<>();
        Matcher group = GROUP.matcher(pattern.pattern());
        while (group.find()) {
            names.add(group.group(1));
        }
        return names;
    }

    @Override
    void row(RowSplitter rows) {
        if (!isReadable(rows)) {
            return;
        }
        if (matcher.reset(rows.text(0)).matches()) {
            map(this::group, rows.line(), "");
        } else {
            tally().row();
            tally().skip("other lines");
        }
    }

    private String group(int column) {
        return Optional.ofNullable(matcher.group(names.get(column))).orElse("").strip();
    }
}
