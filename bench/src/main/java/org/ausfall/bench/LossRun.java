package org.ausfall.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.Company;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.loss.LossModel;
import org.ausfall.core.loss.Losses;
import org.ausfall.core.loss.PopulationLoss;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;

/**
 * Times the simulation inside one process, several times over: {@code plain|full companies draws threads rounds data-folder}. Each line
 * is elapsed seconds, processor seconds and the highest memory in use so far; the fastest rounds are those of compiled code.
 */
public final class LossRun {
    private LossRun() {}

    /** Runs what the arguments describe. */
    public static void main(String[] args) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int companies = Integer.parseInt(args[1]);
        int draws = Integer.parseInt(args[2]);
        int threads = Integer.parseInt(args[3]);
        int rounds = Integer.parseInt(args[4]);
        Workers workers = threads == 1 ? Workers.SERIAL : pool(threads);
        Input input = input(Path.of(args[5]), companies);
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        for (int round = 0; round < rounds; round++) {
            long cpu = system.getProcessCpuTime();
            long start = System.nanoTime();
            Losses losses = LossModel.estimate(input.evidence(), input.assumptions(), draws, new Seed(1), workers);
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (system.getProcessCpuTime() - cpu) / 1e9;
            int size = losses.companies().size();
            out.printf(Locale.ROOT, "%s %.3f s, %.3f s of processor, %.1f million company-draws a second, %.1f ns of processor each%n",
                    args[0], seconds, processor, 1e-6 * size * draws / seconds, processor * 1e9 / size / draws);
        }
    }

    private static Workers pool(int threads) {
        return (tasks, task) -> {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> running = IntStream.range(0, threads).<Future<?>>mapToObj(i -> pool.submit(() -> {
                        for (int t = next.getAndIncrement(); t < tasks; t = next.getAndIncrement()) {
                            task.accept(t);
                        }
                    }))
                    .toList();
            try {
                for (Future<?> one : running) {
                    one.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            } finally {
                pool.shutdown();
            }
        };
    }

    /** The founding case with so many of the listed companies that the simulation has that many entries. */
    private static Input input(Path data, int size) {
        Input all = InputDirectory.of(data.resolve("events/aws-s3-2017-02-28"), data)
                .read(BadRowLimit.DEFAULT)
                .value()
                .orElseThrow();
        Evidence evidence = all.evidence();
        for (int listed = evidence.companies().size(); listed >= 0; listed--) {
            Evidence fewer = new Evidence(
                    evidence.event(),
                    evidence.retailers(),
                    evidence.sites(),
                    evidence.companies().subList(0, listed),
                    evidence.published(),
                    evidence.inputs(),
                    evidence.problems());
            if (LossModel.estimate(fewer, all.assumptions(), 1, new Seed(1), Workers.SERIAL).companies().size() <= size) {
                return new Input(fewer, all.assumptions());
            }
        }
        throw new IllegalArgumentException("more than " + size + " retailers");
    }
}
