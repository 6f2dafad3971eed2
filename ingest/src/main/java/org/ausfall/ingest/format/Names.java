package org.ausfall.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ausfall.core.problem.Reason;

/** Names sites or locations by the first of several ways that yields something. */
final class Names {
    private static final int LONGEST = 256;
    private static final int LONGEST_SERIES = 2_000;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final String what;
    private final List<Bound> parts = new ArrayList<>();
    private final String standard;
    private final List<String> tried;

    /** A way to a name, in one file. */
    private record Bound(int column, NamePart part, Optional<Matcher> group, Map<String, String> remembered) {
        Bound(int column, NamePart part) {
            this(column, part, Names.group(part), new HashMap<>());
        }

        /** Files name few things many times. */
        String name(String cell) {
            String known = remembered.get(cell);
            if (known != null) {
                return known;
            }
            String name = Names.name(part, group, cell);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(cell, name);
            }
            return name;
        }
    }

    /**
     * Binds the ways to a file.
     *
     * @param what what is named, for messages
     * @param standard the name where no way yields one; empty if there must be one
     */
    Names(String what, List<NamePart> ways, String standard, Columns columns, List<String> preamble) throws Misfit {
        this.what = what;
        this.tried = ways.stream().flatMap(way -> way.columns().stream()).toList();
        String fixed = "";
        for (NamePart way : ways) {
            if (way.columns().contains(NamePart.PREAMBLE)) {
                fixed = fixed.isEmpty() && parts.isEmpty() ? fromPreamble(way, preamble) : fixed;
                continue;
            }
            int column = columns.find(way.columns());
            if (column >= 0) {
                parts.add(new Bound(column, way));
            }
        }
        this.standard = fixed.isEmpty() ? standard : fixed;
        if (parts.isEmpty() && this.standard.isEmpty()) {
            throw new Misfit(
                    tried.isEmpty() ? "" : tried.get(0),
                    String.join(",", columns.header()),
                    Reason.MISSING_COLUMN,
                    "nothing names the " + what + ": the header must name " + String.join(" or ", tried));
        }
    }

    private static String fromPreamble(NamePart way, List<String> preamble) {
        for (String cell : preamble) {
            String name = name(way, group(way), cell);
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    /** The columns that names come from. */
    List<Integer> columns() {
        return parts.stream().map(Bound::column).toList();
    }

    String read(Cells cells) throws Misfit {
        for (Bound part : parts) {
            String cell = readable(cells.text(part.column()));
            String name = cell.isEmpty() ? "" : part.name(cell);
            if (!name.isEmpty()) {
                return checked(name);
            }
        }
        if (standard.isEmpty()) {
            throw new Misfit(tried.get(0), "", Reason.MISSING_VALUE, "nothing in this row names the " + what);
        }
        return standard;
    }

    /** Two names must not become one because what tells them apart cannot be read. */
    private String readable(String cell) throws Misfit {
        if (cell.indexOf('\ufffd') >= 0) {
            throw new Misfit(
                    tried.get(0),
                    cell,
                    Reason.WRONG_TYPE,
                    "holds bytes that are no text in the encoding the file begins in; save the file as UTF-8");
        }
        return cell;
    }

    private String checked(String name) throws Misfit {
        if (name.length() > LONGEST / 4 && name.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new Misfit(tried.get(0), name, Reason.TOO_LARGE, "a name may have " + LONGEST + " bytes");
        }
        return name;
    }

    private static String name(NamePart part, Optional<Matcher> group, String cell) {
        String name = switch (part.part()) {
            case TEXT -> cell;
            case HOST -> host(cell);
            case TAG -> tag(part.key(), cell);
            case SERIES -> series(part.key(), cell);
            case GROUP -> firstGroup(group.orElseThrow(), cell);
        };
        return plain(name);
    }

    /** Without what the own CSV cannot hold: quotes and control characters. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            plain.append(c == '"' ? '\'' : c < ' ' || c == 0x7f || c == 0xfffd ? ' ' : c);
        }
        return plain.toString().strip();
    }

    private static String host(String address) {
        int scheme = address.indexOf("://");
        String rest = scheme < 0 ? address : address.substring(scheme + 3);
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String authority = rest.substring(0, end);
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int port = hostAndPort.endsWith("]") ? -1 : hostAndPort.lastIndexOf(':');
        boolean numbered = port >= 0 && hostAndPort.substring(port + 1).matches("[0-9]{0,5}");
        return (numbered ? hostAndPort.substring(0, port) : hostAndPort).toLowerCase(Locale.ROOT);
    }

    private static String tag(String key, String cell) {
        int at = cell.startsWith(key + "=") ? 0 : cell.indexOf("&" + key + "=") + 1;
        if (at == 0 && !cell.startsWith(key + "=")) {
            return "";
        }
        int end = cell.indexOf('&', at);
        return cell.substring(at + key.length() + 1, end < 0 ? cell.length() : end);
    }

    private static String series(String key, String text) {
        // The expression for labels calls itself, and a hostile header could be as long as a row.
        if (text.indexOf('{') < 0 || text.length() > LONGEST_SERIES) {
            return text;
        }
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            if (label.group(1).equals(key)) {
                return host(label.group(2));
            }
        }
        return text;
    }

    private static Optional<Matcher> group(NamePart part) {
        return part.part() == NamePart.Part.GROUP
                ? Optional.of(Pattern.compile(part.key()).matcher(""))
                : Optional.empty();
    }

    private static String firstGroup(Matcher matcher, String cell) {
        return matcher.reset(cell).find() && matcher.groupCount() > 0 && matcher.group(1) != null
                ? matcher.group(1)
                : "";
    }
}
