package org.ausfall.ingest.format;

import java.util.List;

/**
 * What a user should know of a format.
 *
 * @param about what the file is, in a few sentences
 * @param export how to get one out of the tool
 * @param command the command that follows
 * @param sample a small file
 * @param traps what to beware of, and what is done about it
 */
public record FormatPage(String about, String export, String command, String sample, List<String> traps) {
    /** Copies the list. */
    public FormatPage {
        traps = List.copyOf(traps);
    }
}
