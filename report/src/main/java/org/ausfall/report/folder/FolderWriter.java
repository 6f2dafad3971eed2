package org.ausfall.report.folder;

import java.io.IOException;
import java.nio.file.Path;

/** Writes the files of a result. */
@FunctionalInterface
public interface FolderWriter {
    /** Writes all files into that folder, which exists and is empty. */
    void write(Path folder) throws IOException;
}
