package org.ausfall.ingest.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A map of a YAML document, key by key. Each accessor gives a value, and empty where it is absent or wrong; what is wrong is recorded
 * with its line and the path of its key ({@code window.start}) and costs the document.
 */
public final class YamlMap {
    private final Place place;
    private final List<Problem> problems;
    private final Map<String, Node> values = new LinkedHashMap<>();

    private YamlMap(Place place, MappingNode node, List<Problem> problems) {
        this.place = place;
        this.problems = problems;
        node.getValue().forEach(this::add);
    }

    /** The map a node holds, under the path of the place. */
    public static Optional<YamlMap> of(Place place, Node node, List<Problem> problems) {
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(at(place, node), mapping, problems));
        }
        problems.add(
                Problem.file(at(place, node), show(node), Reason.WRONG_TYPE, "a map of keys and values is needed"));
        return Optional.empty();
    }

    private static Place at(Place place, Node node) {
        long line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        return new Place(place.file(), line, place.column());
    }

    private void add(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        if (!(key instanceof ScalarNode word)) {
            problems.add(Problem.file(at(place, key), "", Reason.MALFORMED, "a key must be a plain word"));
            return;
        }
        String name = word.getValue();
        if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
            problems.add(Problem.file(
                    at(place, key).withColumn(path(name)),
                    name,
                    Reason.DUPLICATE,
                    "this key stands twice; remove one"));
        }
    }

    private String path(String key) {
        return place.column().isEmpty() ? key : place.column() + "." + key;
    }

    private static String show(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    /** Notes every key that is not known, so that a typing mistake in an optional key does not pass in silence. */
    public YamlMap checkKeys(Set<String> known) {
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                problems.add(Problem.note(
                        at(place, node).withColumn(path(key)), key, Reason.UNKNOWN_NAME, "unknown key; it is ignored"));
            }
        });
        return this;
    }

    /** Whether the key is there and not blank. */
    public boolean has(String key) {
        return present(key).isPresent();
    }

    /** Where the value of a key stands, or where it is missing. */
    public Place place(String key) {
        Node node = values.get(key);
        return (node == null ? place : at(place, node)).withColumn(path(key));
    }

    /** Records what is wrong with the value of a key. Always false, so that it can end a condition. */
    public boolean reject(String key, Reason reason, String detail) {
        Node node = values.get(key);
        problems.add(Problem.file(place(key), node == null ? "" : show(node), reason, detail));
        return false;
    }

    /** The value of a key that may be absent, as text; empty also where it is blank or null. */
    public Optional<String> optionalText(String key) {
        return present(key).flatMap(node -> scalar(node, place(key)));
    }

    /** The value of a key that must be there, as text. */
    public Optional<String> text(String key) {
        return required(key).flatMap(node -> scalar(node, place(key)));
    }

    private Optional<String> scalar(Node node, Place where) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip());
        }
        problems.add(Problem.file(where, "", Reason.WRONG_TYPE, "one value is needed, not a map or a list"));
        return Optional.empty();
    }

    private Optional<Node> required(String key) {
        Optional<Node> node = present(key);
        if (node.isEmpty()) {
            reject(
                    key,
                    values.containsKey(key) ? Reason.MISSING_VALUE : Reason.MISSING_COLUMN,
                    values.containsKey(key) ? "blank; this key needs a value" : "there is no such key; add it");
        }
        return node;
    }

    private Optional<Node> present(String key) {
        return Optional.ofNullable(values.get(key)).filter(node -> !blank(node));
    }

    private static boolean blank(Node node) {
        return node.getTag().equals(Tag.NULL)
                || (node instanceof ScalarNode scalar && scalar.getValue().isBlank());
    }

    /** The map under a key that must be there. */
    public Optional<YamlMap> map(String key) {
        return required(key).flatMap(node -> of(place(key), node, problems));
    }

    /** The maps in the list under a key that must be there; empty if one of them is no map. */
    public Optional<List<YamlMap>> maps(String key) {
        Optional<List<Node>> nodes = required(key).flatMap(node -> items(key, node));
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        List<YamlMap> maps = new ArrayList<>();
        for (int i = 0; i < nodes.get().size(); i++) {
            of(place(key).withColumn(path(key) + "[" + i + "]"), nodes.get().get(i), problems)
                    .ifPresent(maps::add);
        }
        return maps.size() == nodes.get().size() ? Optional.of(maps) : Optional.empty();
    }

    /** The texts in the list under a key that may be absent. */
    public List<String> texts(String key) {
        List<Node> nodes = present(key).flatMap(node -> items(key, node)).orElse(List.of());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            scalar(node, at(place, node).withColumn(path(key) + "[" + i + "]")).ifPresent(texts::add);
        }
        return texts;
    }

    private Optional<List<Node>> items(String key, Node node) {
        if (node instanceof SequenceNode sequence) {
            return Optional.of(sequence.getValue());
        }
        reject(key, Reason.WRONG_TYPE, "a list is needed");
        return Optional.empty();
    }
}
