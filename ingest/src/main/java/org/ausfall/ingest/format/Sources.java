package org.ausfall.ingest.format;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ausfall.core.problem.Place;
import org.ausfall.core.problem.Problem;
import org.ausfall.core.problem.Reason;
import org.ausfall.ingest.probe.MeasurementSource;
import org.ausfall.ingest.probe.ProbeInput;
import org.ausfall.ingest.probe.ScanLimits;
import org.ausfall.ingest.probe.ScanRefusal;

/** Who reads which of several inputs. */
final class Sources {
    private static final Set<String> EXTENSION = Set.of("outcome", "kind", "weight");
    private static final List<String> OWN_COLUMNS = List.of("timestamp", "site", "location", "duration_ms", "status");
    /** So many of its columns, and a file is meant to be own CSV, whose reader then says what is missing. */
    private static final int MEANT = 3;

    private final ReadOptions options;
    private final ScanLimits limits;
    private final List<ProbeInput> own = new ArrayList<>();
    private final List<TextFile> texts = new ArrayList<>();
    private final List<ProbeInput> prometheus = new ArrayList<>();
    private final List<Decision> prometheusDecisions = new ArrayList<>();
    private final List<PrometheusFiles> joined = new ArrayList<>();
    private final boolean fast;
    private final List<Problem> problems = new ArrayList<>();
    private final List<MeasurementSource> others = new ArrayList<>();

    private Sources(ReadOptions options, ScanLimits limits, boolean fast) {
        this.fast = fast;
        this.options = options;
        this.limits = limits;
    }

    static Sources of(List<ProbeInput> inputs, ReadOptions options, ScanLimits limits) {
        return new Sources(options, limits, true).assign(inputs);
    }

    /** The same without the fast reader: plain own CSV is read as any other format. */
    static Sources allOf(List<ProbeInput> inputs, ReadOptions options, ScanLimits limits) {
        return new Sources(options, limits, false).assign(inputs);
    }

    private Sources assign(List<ProbeInput> inputs) {
        inputs.forEach(this::assign);
        others.addAll(texts);
        if (!prometheus.isEmpty()) {
            joined.add(new PrometheusFiles(prometheus, prometheusDecisions, limits, options));
            others.addAll(joined);
        }
        return this;
    }

    /** Files for the fast reader of plain own CSV. */
    List<ProbeInput> own() {
        return own;
    }

    /** Everything else. */
    List<MeasurementSource> others() {
        return others;
    }

    /** Why files cannot be read at all. */
    List<Problem> problems() {
        return problems;
    }

    /** As what the others were read, once they were. */
    List<ReadAs> readAs() {
        List<ReadAs> all = new ArrayList<>();
        texts.forEach(text -> all.addAll(text.readAs()));
        joined.forEach(files -> all.addAll(files.readAs()));
        return all;
    }

    private void assign(ProbeInput input) {
        try {
            assign(input, Head.of(input.head()));
        } catch (NoSuchFileException missing) {
            problems.add(Problem.file(Place.of(input.name()), "", Reason.MISSING_FILE, "there is no such file"));
        } catch (IOException broken) {
            problems.add(Problem.file(
                    Place.of(input.name()), "", Reason.UNREADABLE_FILE, "cannot be read: " + broken.getMessage()));
        } catch (ScanRefusal refusal) {
            problems.add(refusal.problem());
        }
    }

    private void assign(ProbeInput input, Head head) {
        boolean mayBeOwn =
                options.format().map(Descriptor::id).orElse(Formats.OWN).equals(Formats.OWN);
        if (fast && mayBeOwn && isMeantAsOwn(head)) {
            own.add(input);
            return;
        }
        // Plain own CSV is recognized without reading all descriptors, which would take a short run a while.
        Recognizer recognizer = new Recognizer(
                options.format().map(List::of).orElseGet(() -> Formats.shipped().all()));
        Decision decision = recognizer.decide(input.name(), head);
        if (decision.descriptor().shape() == Shape.PROMETHEUS) {
            prometheus.add(input);
            prometheusDecisions.add(decision);
        } else {
            texts.add(new TextFile(input, limits, decision, options));
        }
    }

    /** Plain own CSV, or what was meant to be: its reader says best what is wrong with it. */
    private static boolean isMeantAsOwn(Head head) {
        if (head.isBlank()) {
            return true;
        }
        List<String> header =
                head.rows(',').isEmpty() ? List.of() : head.rows(',').get(0).fields();
        boolean plain = head.encoding().isUtf8() && !head.hasBareReturns() && !isExtended(head);
        return plain && header.stream().filter(OWN_COLUMNS::contains).count() >= MEANT;
    }

    private static boolean isExtended(Head head) {
        return !head.rows(',').isEmpty()
                && head.rows(',').get(0).fields().stream().anyMatch(EXTENSION::contains);
    }
}
