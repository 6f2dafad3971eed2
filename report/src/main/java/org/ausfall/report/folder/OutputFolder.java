package org.ausfall.report.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder that is replaced as a whole. Java cannot replace a folder that is not empty in one act, so the new one is written aside,
 * the old one is renamed away, the new one is renamed into its place, and the old one is deleted. Whatever a kill leaves behind is
 * put right by the next {@link #publish}; at no time are both lost.
 *
 * <p>A folder is only ever replaced or deleted if it holds nothing but files this product writes.
 */
public final class OutputFolder {
    private static final String LOCK = ".ausfall.lock";

    private final Path root;
    private final Path target;
    private final Path fresh;
    private final Path old;
    private final Set<String> knownFiles;

    /**
     * A folder below {@code root}.
     *
     * @param root where results go; made if missing
     * @param name the folder's name: lower-case letters, digits and hyphens
     * @param knownFiles the names of all files a result may hold; {@link WrittenBy#FILE} must be one of them
     * @throws OutputRefused if the name cannot name a folder
     */
    public OutputFolder(Path root, String name, Set<String> knownFiles) {
        this(checked(root, name), knownFiles);
    }

    private OutputFolder(Path target, Set<String> knownFiles) {
        if (!knownFiles.contains(WrittenBy.FILE)) {
            throw new IllegalArgumentException("a result needs " + WrittenBy.FILE + ", known are " + knownFiles);
        }
        String name = target.getFileName().toString();
        this.root = Optional.ofNullable(target.getParent()).orElse(Path.of(""));
        this.target = target;
        this.fresh = root.resolve("." + name + ".new");
        this.old = root.resolve("." + name + ".old");
        this.knownFiles = Set.copyOf(knownFiles);
    }

    /**
     * A folder that the analyst named.
     *
     * @param target the folder; its parent is made if missing
     * @param knownFiles the names of all files a result may hold; {@link WrittenBy#FILE} must be one of them
     * @throws OutputRefused if the path cannot name a folder of results
     */
    public static OutputFolder at(Path target, Set<String> knownFiles) {
        Path whole = target.toAbsolutePath().normalize();
        if (whole.getFileName() == null || whole.getFileName().toString().startsWith(".")) {
            throw new OutputRefused("'" + target + "' cannot be the output; name a folder of its own");
        }
        return new OutputFolder(whole, knownFiles);
    }

    private static Path checked(Path root, String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,99}")) {
            throw new OutputRefused("'" + name + "' cannot name an output folder; use 1 to 100 lower-case letters, "
                    + "digits and hyphens for the event's id");
        }
        return root.resolve(name);
    }

    /**
     * Puts a new result in place of the old one, if there is one.
     *
     * @return the folder
     * @throws OutputRefused if something stands there that this product did not write, or another run is writing
     * @throws UncheckedIOException if reading or writing fails; the old result then still stands
     */
    public Path publish(FolderWriter writer) {
        try {
            makeRoot();
            return locked(() -> {
                heal();
                refuseForeign(target);
                writeAside(writer);
                swap();
                return target;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target + ": " + e, e);
        }
    }

    private void makeRoot() throws IOException {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw new OutputRefused(root + " is a file; name a folder for the output");
        }
    }

    private interface Task {
        Path run() throws IOException;
    }

    /** The lock file stays: deleting it would let two runs lock two different files of the same name. */
    private Path locked(Task task) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel).orElseThrow(this::busy)) {
            if (!lock.isValid()) {
                throw busy();
            }
            return task.run();
        }
    }

    private static Optional<FileLock> lock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty();
        }
    }

    private OutputRefused busy() {
        return new OutputRefused(
                "another run is writing there: " + root + "; wait for it or name another folder for the output");
    }

    /** Puts right what a killed run left. */
    private void heal() throws IOException {
        if (exists(old) && !exists(target)) {
            move(old, target);
        }
        deleteKnown(old);
        deleteKnown(fresh);
    }

    private void writeAside(FolderWriter writer) throws IOException {
        Files.createDirectory(fresh);
        try {
            writer.write(fresh);
            Set<String> unknown = foreign(fresh);
            if (!unknown.isEmpty() || !WrittenBy.ausfall(fresh)) {
                throw new IllegalStateException(
                        "a result must hold " + WrittenBy.FILE + " and known files only, has " + unknown + " besides");
            }
        } catch (IOException | RuntimeException | Error e) {
            deleteBecauseOf(e);
            throw e;
        }
    }

    private void deleteBecauseOf(Throwable failure) {
        try {
            deleteAll(fresh);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private void swap() throws IOException {
        boolean replaces = exists(target);
        if (replaces) {
            move(target, old);
        }
        try {
            move(fresh, target);
        } catch (IOException e) {
            if (replaces) {
                move(old, target);
            }
            deleteKnown(fresh);
            throw e;
        }
        deleteKnown(old);
    }

    private void refuseForeign(Path folder) throws IOException {
        if (!exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputRefused(folder + " is not a folder; move it away or name another folder for the output");
        }
        refuseForeignFiles(folder);
        if (!isEmpty(folder) && !WrittenBy.ausfall(folder)) {
            throw new OutputRefused(folder + " was not written by ausfall (its " + WrittenBy.FILE
                    + " is missing or says otherwise); move it away or name another folder for the output");
        }
    }

    private void refuseForeignFiles(Path folder) throws IOException {
        Set<String> foreign = foreign(folder);
        if (!foreign.isEmpty()) {
            throw new OutputRefused(folder + " holds what ausfall did not write: " + String.join(", ", foreign)
                    + "; move it away or name another folder for the output");
        }
    }

    private Set<String> foreign(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isKnown(entry))
                    .map(entry -> entry.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private boolean isKnown(Path entry) {
        return knownFiles.contains(entry.getFileName().toString())
                && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
    }

    /** Deletes a leftover that holds known files only; the file that tells whose it is goes last, so that a kill leaves it whole. */
    private void deleteKnown(Path folder) throws IOException {
        if (!exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new OutputRefused(folder + " stands in the way; move it away");
        }
        refuseForeignFiles(folder);
        for (String name : new TreeSet<>(knownFiles)) {
            if (!name.equals(WrittenBy.FILE)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        Files.deleteIfExists(folder.resolve(WrittenBy.FILE));
        Files.delete(folder);
    }

    /** Deletes what this run wrote itself, whatever it is called. */
    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    deleteAll(entry);
                } else {
                    Files.delete(entry);
                }
            }
        }
        Files.delete(folder);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }
}
