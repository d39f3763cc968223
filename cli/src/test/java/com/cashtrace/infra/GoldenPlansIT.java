package com.cashtrace.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.cashtrace.infra.document.Resources;
import com.cashtrace.infra.emulator.OfflineProvider;
import com.cashtrace.infra.process.Interrupts;
import com.cashtrace.infra.process.ProcessRunner;
import com.cashtrace.infra.residency.Exposure;
import com.cashtrace.infra.residency.Finding;
import com.cashtrace.infra.residency.Judge;
import com.cashtrace.infra.residency.Profiles;
import com.cashtrace.infra.residency.Register;
import com.cashtrace.infra.scan.Knowledge;
import com.cashtrace.infra.scan.Scan;
import com.cashtrace.infra.scan.ScanOptions;
import com.cashtrace.infra.scan.ScanResult;
import com.cashtrace.infra.terraform.CliConfig;
import com.cashtrace.infra.terraform.OfflineOverride;
import com.cashtrace.infra.terraform.PlanMode;
import com.cashtrace.infra.terraform.ProviderConfiguration;
import com.cashtrace.infra.terraform.Terraform;
import com.cashtrace.infra.terraform.TerraformOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terraform that people write, planned by the real terraform and the real provider, and judged. A
 * case with a provider block of its own is planned by itself; all others are modules of one root,
 * and all roots with one configuration of the provider share its process, which saves its start.
 * With {@code -Dupdate=true} the expected findings are written.
 */
class GoldenPlansIT {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

  /** What is found once for a whole plan that has no spec. */
  private static final Set<String> ABOUT_ALL = Set.of("class-assumed", "transfer-not-recorded");

  private static final Pattern PROVIDER = Pattern.compile("(?m)^provider \"aws\" \\{([^}]*)");
  private static final Pattern ALIAS = Pattern.compile("alias\\s*=\\s*\"([a-z]+)\"");
  private static final Map<String, String> SHARED =
      new TreeMap<>(Map.of("dr", "eu-west-1", "edge", "us-east-1"));

  private static final String VERSION =
      """
      terraform {
        required_providers {
          aws = {
            source  = "hashicorp/aws"
            version = "~> 5.100"
          }
        }
      }
      """;

  @RegisterExtension static final OfflineProvider SHARED_PROVIDER = new OfflineProvider();

  @TempDir Path scratch;
  private final Scan scan = new Scan(Knowledge.read(Resources.packaged()));
  private final Judge judge = new Judge(Profiles.read(Resources.packaged(), null));

  private static Path cases() {
    return Path.of(System.getProperty("cashtrace.root"), "cli/src/test/resources/residency");
  }

  @TestFactory
  Stream<DynamicTest> judgesRealPlans() throws IOException {
    Map<String, String> found = new TreeMap<>();
    List<String> together = new ArrayList<>();
    for (String name : names()) {
      if (PROVIDER.matcher(Files.readString(cases().resolve(name + "/main.tf"))).find()) {
        Path root = copy(name, scratch.resolve(name));
        found.put(name, lines(result(root), ""));
      } else {
        together.add(name);
      }
    }
    found.putAll(together(together));
    assertThat(found).hasSizeGreaterThanOrEqualTo(60);
    return found.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> check(each)));
  }

  private static void check(Map.Entry<String, String> found) throws IOException {
    Path expected = cases().resolve(found.getKey() + "/expected.txt");
    if (Boolean.getBoolean("update")) {
      Files.writeString(expected, found.getValue());
    }
    assertThat(found.getValue())
        .as("%s; after a look at it: mvn verify -Dit.test=GoldenPlansIT -Dupdate=true", expected)
        .isEqualTo(Files.readString(expected));
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> folders = Files.list(cases())) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  private static Path copy(String name, Path to) throws IOException {
    Path from = cases().resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }

  private Map<String, String> together(List<String> names) throws IOException {
    Path root = Files.createDirectories(scratch.resolve("together"));
    StringBuilder main =
        new StringBuilder(VERSION + "provider \"aws\" {\n  region = \"af-south-1\"\n}\n");
    SHARED.forEach(
        (alias, region) ->
            main.append(
                "provider \"aws\" {\n  alias  = \"%s\"\n  region = \"%s\"\n}\n"
                    .formatted(alias, region)));
    for (String name : names) {
      copy(name, root.resolve(name));
      String text = Files.readString(root.resolve(name + "/main.tf"));
      main.append(
          "module \"%s\" {\n  source = \"./%s\"\n  providers = {\n    aws = aws\n"
              .formatted(name, name));
      for (String alias : SHARED.keySet()) {
        boolean has =
            text.lines()
                .anyMatch(l -> l.matches(".*configuration_aliases.*aws\\." + alias + "\\b.*"));
        main.append(has ? "    aws.%s = aws.%s\n".formatted(alias, alias) : "");
      }
      main.append("  }\n}\n");
    }
    Files.writeString(root.resolve("main.tf"), main);
    ScanResult result = result(root);
    Map<String, String> found = new HashMap<>();
    names.forEach(name -> found.put(name, lines(result, "module." + name + ".")));
    return found;
  }

  private ScanResult result(Path root) throws IOException {
    // it holds one configuration; what shows a plan asks it for its schema alone
    Path program = SHARED_PROVIDER.terraform(configurations(root) == 1 ? "*" : "show");
    List<ProviderConfiguration> providers = new ArrayList<>();
    var blocks = PROVIDER.matcher(Files.readString(root.resolve("main.tf")));
    while (blocks.find()) {
      var alias = ALIAS.matcher(blocks.group(1));
      providers.add(new ProviderConfiguration(alias.find() ? alias.group(1) : null));
    }
    // it says which provider to look for, and where the repository's own roots have theirs from
    Path lock = Path.of(System.getProperty("cashtrace.root"), "templates/aws/terraform.lock.hcl");
    Files.copy(lock, root.resolve(".terraform.lock.hcl"));
    Files.writeString(root.resolve(OfflineOverride.FILE), OfflineOverride.text(providers));
    Terraform terraform = terraform(root, program);
    assertThat(terraform.init(root, event -> {}).problems()).isEmpty();
    Path file = root.resolve("x.tfplan");
    var plan = terraform.plan(root, PlanMode.CHANGE, file, event -> {});
    assertThat(plan.succeeded()).as("%s: %s", root, plan.diagnostics()).isTrue();
    AtomicReference<ScanResult> result = new AtomicReference<>();
    terraform.show(root, file, json -> result.set(scan.scan(json, ScanOptions.of("plan.json"))));
    return result.get();
  }

  private static long configurations(Path root) throws IOException {
    long found = 0;
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".tf")).toList()) {
        found += PROVIDER.matcher(Files.readString(file)).results().count();
      }
    }
    return found;
  }

  private static Terraform terraform(Path root, Path program) {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.remove("TF_WORKSPACE");
    TerraformOptions options = new TerraformOptions(program.toString(), null, variables, root);
    return Terraform.offline(options, CliConfig.of(options), new ProcessRunner(new Interrupts()));
  }

  /** Everything but what is right, a line each. */
  private String lines(ScanResult result, String prefix) {
    var holdings =
        result.holdings().stream()
            .filter(holding -> (holding.subject().name() + ".").startsWith(prefix))
            .toList();
    List<String> lines =
        judge.judge(holdings, Register.none(), DAY, List.of("african-regions")).findings().stream()
            .filter(finding -> finding.exposure() != Exposure.OK)
            .filter(finding -> finding.exposure() != Exposure.GLOBAL_METADATA)
            .filter(finding -> !ABOUT_ALL.contains(finding.rule()))
            .map(finding -> line(finding, prefix))
            .distinct()
            .sorted()
            .toList();
    return lines.isEmpty() ? "clean\n" : lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(Finding finding, String prefix) {
    String subject = finding.holding().subject().toString();
    String name =
        Optional.of(subject)
            .filter(s -> s.startsWith(prefix))
            .map(s -> s.substring(prefix.length()))
            .orElse("the module");
    return "%s %s | %s %s | %s"
        .formatted(
            finding.exposure().word(),
            name,
            finding.holding().role().name().toLowerCase(java.util.Locale.ROOT),
            finding.holding().aspect().word(),
            finding.holding().where());
  }
}
