package org.ausfall.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ausfall.core.evidence.Evidence;
import org.ausfall.core.loss.LossModel;
import org.ausfall.core.simulation.Seed;
import org.ausfall.core.simulation.Workers;
import org.ausfall.ingest.BadRowLimit;
import org.ausfall.ingest.Input;
import org.ausfall.ingest.InputDirectory;

/**
 * Times the simulation inside one process, several times over: {@code plain|full companies draws threads rounds data-folder}. Prints a
 * line {@code time elapsed processor} for each round, in seconds; for the plain task then {@code quantile company p value error}, where
 * company -1 is the sum. The first round includes compiling.
 */
public final class LossRun {
    private LossRun() {}

    /** Runs what the arguments describe. */
    public static void main(String[] args) {
        int companies = Integer.parseInt(args[1]);
        int draws = Integer.parseInt(args[2]);
        int threads = Integer.parseInt(args[3]);
        int rounds = Integer.parseInt(args[4]);
        Workers workers = threads == 1 ? Workers.SERIAL : pool(threads);
        if (args[0].equals("full")) {
            Input input = input(Path.of(args[5]), companies);
            time(rounds, seed -> LossModel.estimate(input.evidence(), input.assumptions(), draws, seed, workers));
        } else {
            print(time(rounds, seed -> PlainTask.run(companies, draws, seed, workers)));
        }
    }

    private static <T> T time(int rounds, Function<Seed, T> task) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        T last = task.apply(new Seed(0));
        for (int round = 1; round <= rounds; round++) {
            long processor = system.getProcessCpuTime();
            long start = System.nanoTime();
            last = task.apply(new Seed(round));
            double elapsed = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "time %.4f %.4f%n", elapsed, (system.getProcessCpuTime() - processor) / 1e9);
        }
        return last;
    }

    private static void print(List<PlainTask.Percentiles> all) {
        for (int i = 0; i < all.size(); i++) {
            for (int p = 0; p < PlainTask.PROBABILITIES.length; p++) {
                System.out.printf(
                        Locale.ROOT,
                        "quantile %d %s %.9g %.4g%n",
                        i == all.size() - 1 ? -1 : i,
                        PlainTask.PROBABILITIES[p],
                        all.get(i).values().get(p),
                        all.get(i).errors().get(p));
            }
        }
    }

    private static Workers pool(int threads) {
        return (tasks, task) -> {
            ExecutorService pool = Executors.newFixedThreadPool(threads);
            AtomicInteger next = new AtomicInteger();
            List<Future<?>> running = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> {
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
            Input fewer = new Input(withCompanies(evidence, listed), all.assumptions());
            int simulated = LossModel.estimate(fewer.evidence(), fewer.assumptions(), 1, new Seed(1), Workers.SERIAL)
                    .companies()
                    .size();
            if (simulated <= size) {
                return fewer;
            }
        }
        throw new IllegalArgumentException("more than " + size + " retailers");
    }

    private static Evidence withCompanies(Evidence evidence, int listed) {
        return new Evidence(
                evidence.event(),
                evidence.retailers(),
                evidence.sites(),
                evidence.companies().subList(0, listed),
                evidence.published(),
                evidence.inputs(),
                evidence.problems());
    }
}
