package org.ausfall.report.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    private static final Set<String> KNOWN = Set.of("a.txt", "b.txt", "run.json");
    private static final String OURS = "{\"inputs\": [{\"written_by\": \"me\"}], \"written_by\": \"ausfall\"}";

    @TempDir
    Path temp;

    private Path root = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void nameFolders() {
        root = temp.resolve("deep/out");
        target = root.resolve("event");
    }

    @Test
    void missingRoot_isMadeAndHoldsTheResult() throws IOException {
        assertThat(publish("one")).isEqualTo(target);
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("one");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void olderResult_isReplacedAsAWhole() throws IOException {
        publish("one");
        Files.writeString(target.resolve("b.txt"), "left over");
        publish("two");
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("two");
        assertThat(names(target)).containsExactlyInAnyOrder("a.txt", "run.json");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void emptyFolder_isReplaced() throws IOException {
        Files.createDirectories(target);
        publish("one");
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("one");
    }

    @Test
    void folderWithoutOurMark_isRefused() throws IOException {
        Files.createDirectories(target);
        Files.writeString(target.resolve("a.txt"), "mine");
        assertRefused("was not written by ausfall");
        for (String other : List.of(
                "", "{}", "not json", "[1]", "{\"written_by\": \"me\"}", "{\"x\": {\"written_by\": \"ausfall\"}}")) {
            Files.writeString(target.resolve("run.json"), other);
            assertRefused("was not written by ausfall");
        }
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("mine");
    }

    @Test
    void foreignFileOrFolderInside_isRefusedByName() throws IOException {
        publish("one");
        Files.writeString(target.resolve("thesis.docx"), "precious");
        Files.createDirectory(target.resolve("b.txt"));
        assertRefused("b.txt, thesis.docx");
        assertThat(Files.readString(target.resolve("thesis.docx"))).isEqualTo("precious");
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("one");
    }

    @Test
    void fileInPlaceOfTheFolder_isRefused() throws IOException {
        Files.createDirectories(root);
        Files.writeString(target, "a file");
        assertRefused("is not a folder");
    }

    @Test
    void linkInPlaceOfTheFolder_isRefusedAndNotFollowed() throws IOException {
        Files.createDirectories(root);
        Path elsewhere = Files.createDirectory(temp.resolve("elsewhere"));
        Files.createSymbolicLink(target, elsewhere);
        assertRefused("is not a folder");
    }

    @Test
    void fileInPlaceOfTheRoot_isRefused() throws IOException {
        Files.createDirectories(temp.resolve("deep"));
        Files.writeString(root, "a file");
        assertRefused("is a file");
    }

    @Test
    void killBetweenTheTwoRenames_isHealedEvenIfTheNextRunFails() throws IOException {
        publish("one");
        Files.move(target, root.resolve(".event.old"));
        Path fresh = Files.createDirectory(root.resolve(".event.new"));
        Files.writeString(fresh.resolve("a.txt"), "two");
        assertThatThrownBy(() -> folder().publish(aside -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("one");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void killBeforeTheOldOneIsDeleted_isCleanedUp() throws IOException {
        publish("one");
        Path old = Files.createDirectory(root.resolve(".event.old"));
        Files.writeString(old.resolve("b.txt"), "older");
        publish("two");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void leftoverOfAKilledRun_isRemoved() throws IOException {
        Path fresh = Files.createDirectories(root.resolve(".event.new"));
        Files.writeString(fresh.resolve("b.txt"), "half");
        publish("one");
        assertThat(names(target)).containsExactlyInAnyOrder("a.txt", "run.json");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void leftoverWithForeignFiles_isRefused() throws IOException {
        Path old = Files.createDirectories(root.resolve(".event.old"));
        Files.createDirectories(target);
        Files.writeString(old.resolve("thesis.docx"), "precious");
        assertRefused("thesis.docx");
    }

    @Test
    void failureInTheWriter_leavesTheOldResultAndNothingElse() throws IOException {
        publish("one");
        for (Exception failure : List.of(new IOException("disk full"), new IllegalStateException("bug"))) {
            assertThatThrownBy(() -> folder().publish(aside -> {
                        Files.writeString(aside.resolve("a.txt"), "two");
                        if (failure instanceof IOException io) {
                            throw io;
                        }
                        throw (RuntimeException) failure;
                    }))
                    .isInstanceOfAny(UncheckedIOException.class, IllegalStateException.class)
                    .hasMessageContaining(failure.getMessage());
        }
        assertThat(Files.readString(target.resolve("a.txt"))).isEqualTo("one");
        assertThat(names(root)).containsExactlyInAnyOrder("event", ".ausfall.lock");
    }

    @Test
    void writerThatWritesUnknownFilesOrNoMark_isABug() {
        assertThatThrownBy(() -> folder().publish(aside -> {
                    Files.writeString(aside.resolve("run.json"), OURS);
                    Files.writeString(aside.resolve("surprise.txt"), "");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("surprise.txt");
        assertThatThrownBy(() -> folder().publish(aside -> Files.writeString(aside.resolve("a.txt"), "")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(target).doesNotExist();
    }

    @Test
    void secondRunAtTheSameTime_isRefused() throws IOException {
        Files.createDirectories(root);
        try (FileChannel channel = FileChannel.open(
                        root.resolve(".ausfall.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertRefused("another run is writing there");
        }
        publish("one");
    }

    @Test
    void nameThatIsNoPlainName_isRefused() {
        for (String name : List.of("", "..", "a/b", "A", "-a", ".event", "a".repeat(101))) {
            assertThatThrownBy(() -> new OutputFolder(root, name, KNOWN))
                    .as("name '%s'", name)
                    .isInstanceOf(OutputRefused.class);
        }
    }

    private OutputFolder folder() {
        return new OutputFolder(root, "event", KNOWN);
    }

    private Path publish(String content) {
        return folder().publish(aside -> {
            Files.writeString(aside.resolve("a.txt"), content);
            Files.writeString(aside.resolve("run.json"), OURS);
        });
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> publish("new"))
                .isInstanceOf(OutputRefused.class)
                .hasMessageContaining(message);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
