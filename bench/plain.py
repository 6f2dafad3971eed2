"""The plain task of bench/loss.sh in numpy: plain.py companies draws rounds. A row at a time, in place: the fastest way found."""
import sys
import time

import numpy

companies, draws, rounds = (int(word) for word in sys.argv[1:4])
probabilities = [0.05, 0.5, 0.95]


def run(seed):
    random = numpy.random.default_rng(seed)
    common = numpy.sqrt(0.3) * random.standard_normal(draws)
    losses = numpy.empty(draws)
    total = numpy.zeros(draws)
    found = []
    for i in range(companies):
        random.standard_normal(out=losses)
        losses *= numpy.sqrt(0.7)
        losses += common
        losses += 10 + i / 250
        numpy.exp(losses, out=losses)
        total += losses
        found.append(numpy.quantile(losses, probabilities))
    return found, numpy.quantile(total, probabilities)


run(0)
for seed in range(1, rounds + 1):
    processor, start = time.process_time(), time.perf_counter()
    found, total = run(seed)
    print("time %.4f %.4f" % (time.perf_counter() - start, time.process_time() - processor))
for i, quantiles in list(enumerate(found)) + [(-1, total)]:
    for p, value in zip(probabilities, quantiles):
        print("quantile %d %s %.9g 0" % (i, p, value))
