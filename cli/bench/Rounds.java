import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Runs commands in turn, round after round, so that what disturbs the machine for a while disturbs
 * them all alike; then prints rows of a Markdown table. A first round warms files and is not
 * counted.
 */
final class Rounds {

  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  static void heading(String title) {
    System.out.printf("%n%s%n%n", "**" + title + "**");
    System.out.println("| what | median | least to most | limit | |");
    System.out.println("| --- | ---: | ---: | ---: | --- |");
  }

  void run(int rounds, Map<String, Command> commands) throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (var command : commands.entrySet()) {
        double taken = command.getValue().run();
        if (round > 0) {
          seconds.computeIfAbsent(command.getKey(), name -> new ArrayList<>()).add(taken);
        }
      }
    }
  }

  double median(String name) {
    List<Double> sorted = seconds.get(name).stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** A row of one command; without a limit it is there to compare with. */
  void row(String name) {
    row(name, Double.POSITIVE_INFINITY);
  }

  void row(String name, double limit) {
    double least = seconds.get(name).stream().mapToDouble(it -> it).min().orElseThrow();
    double most = seconds.get(name).stream().mapToDouble(it -> it).max().orElseThrow();
    String spread = String.format(Locale.ROOT, "%.2f to %.2f s", least, most);
    print(name, median(name), " s", spread, limit);
  }

  /** A row of how many times as long the one takes as the other. */
  void ratio(String name, String one, String other, double limit) {
    print(name, median(one) / median(other), " times", "", limit);
  }

  private static void print(String name, double value, String unit, String spread, double limit) {
    boolean limited = limit < Double.POSITIVE_INFINITY;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f%s | %s | %s | %s |%n",
        name,
        value,
        unit,
        spread,
        limited ? String.format(Locale.ROOT, "%.2f%s", limit, unit) : "",
        limited ? value <= limit ? "kept" : "**broken**" : "");
  }
}
