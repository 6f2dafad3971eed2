# The plain task of bench/loss.sh in R: Rscript plain.R companies draws rounds. A vector a company.
words <- as.integer(commandArgs(trailingOnly = TRUE))
companies <- words[1]
draws <- words[2]
rounds <- words[3]
probabilities <- c(0.05, 0.5, 0.95)

run <- function(seed) {
  set.seed(seed)
  common <- sqrt(0.3) * rnorm(draws)
  total <- numeric(draws)
  found <- matrix(0, companies + 1, 3)
  for (i in seq_len(companies)) {
    losses <- exp(10 + (i - 1) / 250 + common + sqrt(0.7) * rnorm(draws))
    total <- total + losses
    found[i, ] <- quantile(losses, probabilities, names = FALSE)
  }
  found[companies + 1, ] <- quantile(total, probabilities, names = FALSE)
  found
}

invisible(run(0))
for (seed in seq_len(rounds)) {
  spent <- system.time(found <- run(seed))
  cat(sprintf("time %.4f %.4f\n", spent[["elapsed"]], spent[["user.self"]] + spent[["sys.self"]]))
}
for (i in seq_len(companies + 1)) {
  for (p in 1:3) {
    cat(sprintf("quantile %d %s %.9g 0\n", if (i > companies) -1L else i - 1L, probabilities[p], found[i, p]))
  }
}
