import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes many environments that are valid together: pairs of a production and its staging, each
 * pair made from the project's own two by other accounts, domains and addresses.
 */
final class Specs {

  /** Networks of /20 in the private ranges; the networks of more environments overlap. */
  static final int NETWORKS = 4096 + 256 + 16;

  private Specs() {}

  /**
   * Writes {@code count} of them, an even number, into the folder {@code environments} of a
   * project.
   */
  static void write(Path project, Path folder, int count) throws IOException {
    Path from = project.resolve("environments");
    Path to = Files.createDirectories(folder.resolve("environments"));
    Files.copy(from.resolve("base.yaml"), to.resolve("base.yaml"));
    String production = Files.readString(from.resolve("production.yaml"));
    String staging = Files.readString(from.resolve("staging.yaml"));
    for (int number = 0; number < count; number += 2) {
      String pair = String.format("-%04d.yaml", number / 2);
      Files.writeString(to.resolve("production" + pair), variant(production, number));
      Files.writeString(to.resolve("staging" + pair), variant(staging, number + 1));
    }
  }

  private static String variant(String spec, int number) {
    return spec.replaceAll("\\b\\d{12}\\b", String.format("9%011d", number))
        .replaceAll("zoneId: \\w+", "zoneId: Z" + (1_000_000 + number))
        .replace("cashtrace.ng", "e" + number + ".cashtrace.ng")
        .replaceAll("\\b10\\.\\d+\\.0\\.0/16\\b", network(number % NETWORKS));
  }

  private static String network(int number) {
    if (number < 4096) {
      return "10." + number / 16 + "." + number % 16 * 16 + ".0/20";
    }
    int rest = number - 4096;
    return rest < 256
        ? "172." + (16 + rest / 16) + "." + rest % 16 * 16 + ".0/20"
        : "192.168." + (rest - 256) * 16 + ".0/20";
  }
}
