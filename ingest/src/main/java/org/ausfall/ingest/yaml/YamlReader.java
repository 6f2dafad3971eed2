package org.ausfall.ingest.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.text.SourceFile;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Turns a file into YAML nodes, which know their lines, within caps on size, depth and aliases. */
public final class YamlReader {
    private static final int MOST_CODE_POINTS = 1 << 20;

    /** The node reader calls itself for each level, and a hostile file could have as many levels as characters. */
    private static final int DEEPEST = 50;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new JsonSchema())
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(10)
            .setCodePointLimit(MOST_CODE_POINTS)
            .build();

    /**
     * Hands out less than is asked for: where the first half of a character beyond the basic plane fills the engine's buffer, it writes the
     * second half behind its end.
     */
    private static final class Pieces extends StringReader {
        private static final int LONGEST = 512;

        Pieces(String text) {
            super(text);
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, LONGEST));
        }
    }

    /** Hands on what a parser finds, down to the deepest level allowed. */
    private static final class Shallow implements Parser {
        private final Parser parser;
        private int depth;

        Shallow(Parser parser) {
            this.parser = parser;
        }

        @Override
        public boolean checkEvent(Event.ID id) {
            return parser.checkEvent(id);
        }

        @Override
        public Event peekEvent() {
            return parser.peekEvent();
        }

        @Override
        public boolean hasNext() {
            return parser.hasNext();
        }

        @Override
        public Event next() {
            Event event = parser.next();
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new TooDeep(event.getStartMark());
            }
            return event;
        }
    }

    private static final class TooDeep extends RuntimeException {
        private final transient Optional<Mark> place;

        TooDeep(Optional<Mark> place) {
            this.place = place;
        }
    }

    private YamlReader() {}

    /** The map at the top of the document; empty if the problems say why not. */
    public static Optional<YamlMap> read(SourceFile file, List<Problem> problems) {
        Place place = Place.of(file.name());
        if (file.text().length() > MOST_CODE_POINTS) {
            problems.add(Problem.file(
                    place,
                    "",
                    Reason.TOO_LARGE,
                    "longer than " + MOST_CODE_POINTS + " characters, the most that is read"));
            return Optional.empty();
        }
        return compose(file, problems).flatMap(node -> YamlMap.of(place, node, problems));
    }

    private static Optional<Node> compose(SourceFile file, List<Problem> problems) {
        try {
            StreamReader text = new StreamReader(SETTINGS, new Pieces(file.text()));
            Optional<Node> node = new Composer(SETTINGS, new Shallow(new ParserImpl(SETTINGS, text))).getSingleNode();
            if (node.isEmpty()) {
                problems.add(Problem.file(
                        Place.of(file.name()), "", Reason.MALFORMED, "the file is empty; a YAML document is needed"));
            }
            return node;
        } catch (TooDeep e) {
            problems.add(Problem.file(
                    Place.of(file.name(), line(e.place)),
                    "",
                    Reason.TOO_LARGE,
                    "nested deeper than " + DEEPEST + " levels"));
        } catch (MarkedYamlEngineException e) {
            problems.add(malformed(file, line(e.getProblemMark()), String.valueOf(e.getProblem())));
        } catch (YamlEngineException | IllegalArgumentException e) {
            // The engine checks tags by IllegalArgumentException.
            problems.add(malformed(file, 0, firstLine(String.valueOf(e.getMessage()))));
        }
        return Optional.empty();
    }

    private static Problem malformed(SourceFile file, long line, String what) {
        return Problem.file(Place.of(file.name(), line), "", Reason.MALFORMED, "not YAML: " + what);
    }

    private static long line(Optional<Mark> mark) {
        return mark.map(known -> known.getLine() + 1).orElse(0);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
