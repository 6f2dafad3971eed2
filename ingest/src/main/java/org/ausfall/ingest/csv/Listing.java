package org.ausfall.ingest.csv;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names a file lists, to check references to them.
 *
 * @param file the file
 * @param names names of usable rows
 * @param rejected names of rows that were rejected
 * @param readable whether the file could be used; if not, it is not held against those who refer to it
 */
public record Listing(String file, SortedSet<String> names, SortedSet<String> rejected, boolean readable) {
    /** Copies the sets. */
    public Listing {
        names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        rejected = Collections.unmodifiableSortedSet(new TreeSet<>(rejected));
    }

    /** Whether the name may be referred to. */
    public boolean has(String name) {
        return !readable || names.contains(name);
    }

    /** Whether the name stands in the file, in a row that is usable or not: one bad row is then not reported twice. */
    public boolean mentions(String name) {
        return has(name) || rejected.contains(name);
    }

    /** Why that name may not be referred to. */
    public String absence(String name) {
        return rejected.contains(name) ? "its row in " + file + " was rejected" : "not listed in " + file;
    }
}
