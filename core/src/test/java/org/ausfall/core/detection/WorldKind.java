package org.ausfall.core.detection;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/** The kinds of made-up worlds that detection is tried on, and what is true in each. */
enum WorldKind {
    SHARP("sharp outage of 20-100 % of the sites, 3 polls to 12 h (5 h in few days)", 1) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            return Optional.of(sharp(world));
        }
    },
    SHORT("the same, 3 polls long, 20-30 % of the sites", 1) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            return Optional.of(sharp(world, world.uniform(0.2, 0.3), 3L * world.interval));
        }
    },
    GRADUAL("gradual outage: sites go one by one over up to 2 h, and come back so", 3) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            double longest = world.days < 5 ? 5 * 3.6e6 : 60.0 * world.interval;
            long length = (long) Math.min(longest, world.interval * world.uniform(6, 60));
            long ramp = (long) (world.uniform(0.2, 1) * Math.min(length / 2.0, 2 * 3.6e6));
            long from = time(world, length + 2 * ramp);
            List<Integer> touched = touched(world);
            long[] starts = new long[touched.size()];
            long[] ends = new long[touched.size()];
            for (int i = 0; i < touched.size(); i++) {
                starts[i] = from + (long) (ramp * world.random.nextDouble());
                ends[i] = from + length + (long) (ramp * world.random.nextDouble());
                world.troubles.get(touched.get(i)).add(new Trouble(-1, starts[i], ends[i], severity(world)));
            }
            Arrays.sort(starts);
            Arrays.sort(ends);
            int half = (touched.size() - 1) / 2;
            return Optional.of(new Truth(starts[half], ends[half], touched));
        }
    },
    FLAPPING("flapping outage: 2-4 polls on, 1-4 polls off, 3 to 12 times", 3) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            int times = 3 + world.random.nextInt(world.days < 5 ? 4 : 10);
            long on = (2 + world.random.nextInt(3)) * (long) world.interval;
            long off = Math.min((1 + world.random.nextInt(4)) * (long) world.interval, 1_800_000);
            long from = time(world, times * (on + off));
            List<Integer> touched = touched(world);
            for (int site : touched) {
                double severity = severity(world);
                for (int i = 0; i < times; i++) {
                    long at = from + i * (on + off);
                    world.troubles.get(site).add(new Trouble(-1, at, at + on, severity));
                }
            }
            return Optional.of(new Truth(from, from + (times - 1) * (on + off) + on, touched));
        }
    },
    MISSING("sharp outage, 20 % of the probes missing, monitors silent for hours, a location for days", 1) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            Truth truth = sharp(world);
            loseData(world, truth.from(), truth.to());
            return Optional.of(truth);
        }
    },
    CLOCK_CHANGE("sharp outage within days of a daylight-saving night", 1) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            changeClocks(world);
            return Optional.of(sharp(world));
        }
    },
    QUIET("a quiet week", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            return Optional.empty();
        }
    },
    QUIET_DAYS("one or two quiet days", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            return Optional.empty();
        }
    },
    QUIET_MISSING("a quiet week, data missing as above", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            loseData(world, world.start, world.start);
            return Optional.empty();
        }
    },
    QUIET_CLOCK_CHANGE("a quiet week with a daylight-saving night", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            changeClocks(world);
            return Optional.empty();
        }
    },
    ONE_LOCATION("one location slow or failing for all sites, of 2 or more", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            long length = (long) (3 * world.interval + 6 * 3.6e6 * world.random.nextDouble());
            long from = time(world, length);
            int location = world.random.nextInt(world.locations);
            double severity = severity(world);
            world.troubles.forEach(site -> site.add(new Trouble(location, from, from + length, severity)));
            return Optional.empty();
        }
    },
    DEPLOYS("single sites slow for hours, days or for good, each at its own time", 0) {
        @Override
        Optional<Truth> happen(MonitoredWorld world) {
            for (int site : world.some(1 + world.random.nextInt(world.sites / 3))) {
                long from = time(world, 0);
                long length = (long) (3.6e6 * Math.exp(world.uniform(0, Math.log(48))));
                boolean forGood = world.random.nextInt(3) == 0;
                double severity = Math.log(world.uniform(1.25, 3));
                world.troubles.get(site).add(new Trouble(-1, from, forGood ? Long.MAX_VALUE : from + length, severity));
            }
            return Optional.empty();
        }
    };

    /** When an outage really was: half of the touched sites were over the threshold; and who was touched. */
    record Truth(long from, long to, List<Integer> touched) {}

    final String meaning;
    /** How many polling intervals either end may be off. */
    final int tolerance;

    WorldKind(String meaning, int tolerance) {
        this.meaning = meaning;
        this.tolerance = tolerance;
    }

    /** Makes it happen in a world, and says what is true there; empty if there is no outage. */
    abstract Optional<Truth> happen(MonitoredWorld world);

    /** A world of this kind: 20 to 100 sites, 1 to 6 locations, mostly a week at 5 minutes. */
    MonitoredWorld world(UniformRandomProvider random) {
        int sites = 20 + random.nextInt(81);
        int locations = this == ONE_LOCATION ? 2 + random.nextInt(5) : 1 + random.nextInt(6);
        boolean quiet = tolerance == 0 || this == CLOCK_CHANGE;
        int days = this == QUIET_DAYS ? 1 + random.nextInt(2) : quiet ? 7 : 1 + random.nextInt(8);
        int minutes = random.nextInt(4) == 0 ? 10 : 5;
        return new MonitoredWorld(random, sites, locations, days, Duration.ofMinutes(minutes));
    }

    private static Truth sharp(MonitoredWorld world) {
        double longest = (world.days < 5 ? 5 : 12) * 3.6e6;
        double shortest = 3.0 * world.interval;
        long length = (long) (shortest * Math.exp(world.random.nextDouble() * Math.log(longest / shortest)));
        return sharp(world, world.uniform(0.2, 1), length);
    }

    private static Truth sharp(MonitoredWorld world, double share, long length) {
        long from = time(world, length);
        List<Integer> touched = world.some((int) Math.ceil(share * world.sites));
        for (int site : touched) {
            world.troubles.get(site).add(new Trouble(-1, from, from + length, severity(world)));
        }
        return new Truth(from, from + length, touched);
    }

    private static List<Integer> touched(MonitoredWorld world) {
        return world.some((int) Math.ceil(world.uniform(0.2, 1) * world.sites));
    }

    /** Half as long again to ten times as long; one in five is down. */
    private static double severity(MonitoredWorld world) {
        return world.random.nextInt(5) == 0 ? Trouble.DOWN : Math.log(1.5) + world.uniform(0, Math.log(6));
    }

    /** A time at which something of that length has an hour of measurements on either side. */
    private static long time(MonitoredWorld world, long length) {
        long margin = 3_600_000;
        return world.start
                + margin
                + (long) (world.random.nextDouble() * (world.end() - world.start - length - 2 * margin));
    }

    private static void changeClocks(MonitoredWorld world) {
        long middle = world.start + world.days * (long) MonitoredWorld.DAY / 2;
        // Two in the morning, five hours west of Greenwich, where many a monitor skips an hour.
        world.clockChange = Math.floorDiv(middle, (long) MonitoredWorld.DAY) * MonitoredWorld.DAY + 7 * 3_600_000L;
        if (world.random.nextBoolean()) {
            world.gaps.add(new Trouble(-1, world.clockChange, world.clockChange + 3_600_000, 0));
        }
    }

    /** Loses data, but not within an hour of the ends of the outage: what is not measured cannot be dated. */
    private static void loseData(MonitoredWorld world, long from, long to) {
        world.missing = 0.2;
        if (world.locations > 1) {
            long lost = time(world, 0);
            long found = lost + (long) (world.uniform(6, 48) * 3.6e6);
            world.gaps.add(new Trouble(world.random.nextInt(world.locations), lost, found, 0));
        }
        for (int i = 0; i < 3; i++) {
            long at = time(world, 0);
            long length = (long) (world.uniform(0.2, 6) * 3.6e6);
            if (!isNear(at, at + length, from) && !isNear(at, at + length, to)) {
                world.gaps.add(new Trouble(-1, at, at + length, 0));
            }
        }
    }

    private static boolean isNear(long from, long to, long moment) {
        return from < moment + 3_600_000 && to > moment - 3_600_000;
    }
}
