package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the real terraform, with the real provider, says of the modules. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModulesIT {

  /** One terraform keeps a processor busy, and each holds a gigabyte of provider. */
  private static final int AT_ONCE = 2;

  private final List<TerraformModule> modules = TerraformModule.all();
  private Path scratch;
  private TerraformSandbox terraform;

  @BeforeAll
  void startTheProvider(@TempDir Path folder) {
    scratch = folder;
    terraform = new TerraformSandbox(folder);
  }

  @AfterAll
  void endTheProvider() throws IOException {
    if (terraform != null) {
      terraform.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> terraformFinds() {
    Map<String, Callable<Void>> proofs = new LinkedHashMap<>();
    proofs.put("a test that sees each validation refuse", this::everyValidationIsSeenToRefuse);
    proofs.put("the examples of all READMEs to be a valid root", this::theExamplesAreAValidRoot);
    for (TerraformModule module : modules) {
      proofs.put("the tests of " + module.name() + " to pass", () -> passesItsTests(module));
    }
    ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
    Map<String, Future<Void>> results = new LinkedHashMap<>();
    proofs.forEach((name, proof) -> results.put(name, pool.submit(proof)));
    pool.shutdown();
    return results.entrySet().stream()
        .map(result -> DynamicTest.dynamicTest(result.getKey(), () -> join(result.getValue())));
  }

  private Void passesItsTests(TerraformModule module) throws IOException {
    Path folder = copy(module, scratch.resolve("tests").resolve(module.name()));
    terraform.run(folder, "fmt", "-check", "-diff", "-recursive").mustSucceed("terraform fmt");
    terraform.init(folder);
    terraform.run(folder, "test", "-no-color").mustSucceed("terraform test");
    return null;
  }

  /** One run for all modules: reading the provider's schema takes longer than most tests. */
  private Void everyValidationIsSeenToRefuse() throws IOException {
    Path root = rootOfAllModules("refusals");
    Path tests = Files.createDirectories(root.resolve("tests"));
    List<String> witnesses = modules.stream().flatMap(RefusalWitness::of).toList();
    for (int i = 0; i < witnesses.size(); i++) {
      Files.writeString(tests.resolve(i + ".tftest.hcl"), witnesses.get(i));
    }
    terraform.init(root);
    String output = terraform.run(root, "test", "-json").output();
    Set<String> refusals = RefusalWitness.refusals(output);
    assertThat(refusals).as(output).isNotEmpty();
    assertThat(modules.stream().flatMap(RefusalWitness::validations))
        .filteredOn(validation -> !refusals.contains(validation))
        .as("validations that no test sees refuse something")
        .isEmpty();
    return null;
  }

  private Void theExamplesAreAValidRoot() throws IOException {
    Path root = rootOfAllModules("examples");
    String calls =
        modules.stream()
            .flatMap(module -> module.readme().examples().stream())
            .map(HclBlock::text)
            .collect(Collectors.joining("\n\n"));
    Files.writeString(root.resolve("main.tf"), calls + "\n");
    terraform.run(root, "fmt", "-check", "-diff", "main.tf").mustSucceed("terraform fmt");
    terraform.init(root);
    terraform.run(root, "validate", "-no-color").mustSucceed("terraform validate");
    return null;
  }

  private Path rootOfAllModules(String name) throws IOException {
    Path root = Files.createDirectories(scratch.resolve(name));
    Files.copy(modules.get(0).folder().resolve("versions.tf"), root.resolve("versions.tf"));
    for (TerraformModule module : modules) {
      copy(module, root.resolve("modules").resolve(module.name()));
    }
    return root;
  }

  private static Path copy(TerraformModule module, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(module.folder())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = module.folder().relativize(file);
        if (!name.toString().startsWith(".terraform")) {
          Path copy = target.resolve(name);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return target;
  }

  /** Throws what the proof threw, so that its own words fail the test. */
  private static void join(Future<Void> result) throws Throwable {
    try {
      result.get();
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }
}
