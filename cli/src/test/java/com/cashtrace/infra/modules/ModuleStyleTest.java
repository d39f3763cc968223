package com.cashtrace.infra.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What house style asks of a Terraform module, as far as text can tell. */
class ModuleStyleTest {

  private static final List<String> FILES =
      List.of("README.md", "main.tf", "variables.tf", "outputs.tf", "versions.tf");

  /** Data sources that answer without credentials and network; every other one fails a plan. */
  private static final Set<String> OFFLINE_DATA =
      Set.of(
          "aws_arn",
          "aws_cloudfront_log_delivery_canonical_user_id",
          "aws_default_tags",
          "aws_elb_service_account",
          "aws_iam_policy_document",
          "aws_partition",
          "aws_region",
          "aws_service_principal");

  /** What a caller of a module may write beside its variables. */
  private static final Set<String> META_ARGUMENTS =
      Set.of("source", "count", "for_each", "providers", "depends_on");

  /** Of any shape, or many objects without a name for each. */
  private static final String LOOSE_TYPE = ".*\\bany\\b.*|.*\\b(list|set)\\(object.*";

  private static final int LONGEST_MAIN = 150;

  private final List<TerraformModule> modules = TerraformModule.all();

  @Test
  void everyModuleHasItsFiles() {
    assertNone(
        module ->
            FILES.stream().filter(file -> !Files.isRegularFile(module.folder().resolve(file))));
    assertNone(module -> module.tests().isEmpty() ? Stream.of("no tests") : Stream.of());
  }

  @Test
  void mainHoldsTheChiefResourceAndStaysShort() {
    assertNone(
        module -> {
          HclBlock main = module.file("main.tf");
          boolean chief = main.blocks("resource").anyMatch(r -> r.labels().get(1).equals("this"));
          long lines = main.text().lines().count();
          return Stream.of(
                  chief ? "" : "no resource 'this' in main.tf",
                  lines <= LONGEST_MAIN ? "" : "main.tf has " + lines + " lines")
              .filter(trouble -> !trouble.isEmpty());
        });
  }

  @Test
  void everyModuleAsksForTheSameVersions() {
    assertThat(modules.stream().map(ModuleStyleTest::versions).collect(Collectors.toSet()))
        .as("contents of versions.tf")
        .hasSize(1);
  }

  @Test
  void variablesAndOutputsStandInAlphabeticalOrder() {
    for (TerraformModule module : modules) {
      assertThat(module.variables()).as(module.name()).extracting(ModuleVariable::name).isSorted();
      assertThat(module.outputs()).as(module.name()).extracting(ModuleOutput::name).isSorted();
    }
  }

  @Test
  void everyDescriptionIsASentence() {
    assertNone(
        module ->
            Stream.concat(
                    module.variables().stream().map(ModuleVariable::description),
                    module.outputs().stream().map(ModuleOutput::description))
                .filter(description -> !description.matches("(?s)[A-Z].{8,}\\.")));
    assertNone(
        module ->
            Stream.of(module.readme().firstParagraph())
                .filter(paragraph -> !paragraph.endsWith(".")));
  }

  @Test
  void everyVariableHasAPlainTypeWithMapsForManyObjects() {
    assertNone(
        module ->
            module.variables().stream()
                .filter(variable -> variable.type().compact().matches(LOOSE_TYPE))
                .map(ModuleVariable::name));
  }

  @Test
  void noVariableSwitchesResourcesOff() {
    assertNone(
        module ->
            module.variables().stream()
                .map(ModuleVariable::name)
                .filter(name -> name.matches("create|(create|enable|enabled)_.*|.*_enabled")));
  }

  @Test
  void noModuleConfiguresAProviderOrABackend() {
    assertNone(
        module ->
            module.sources().stream()
                .flatMap(file -> file.allBlocks())
                .map(HclBlock::type)
                .filter(Set.of("provider", "backend", "cloud")::contains));
  }

  @Test
  void everyResourceIsOfTheAwsProvider() {
    assertNone(
        module ->
            module.sources().stream()
                .flatMap(file -> file.blocks().stream())
                .filter(block -> Set.of("resource", "data", "ephemeral").contains(block.type()))
                .map(resource -> resource.labels().get(0))
                .filter(type -> !type.startsWith("aws_") && !type.equals("terraform_data")));
  }

  @Test
  void noDataSourceNeedsCredentials() {
    assertNone(
        module ->
            module.sources().stream()
                .flatMap(file -> file.blocks("data"))
                .map(data -> data.labels().get(0))
                .filter(type -> !OFFLINE_DATA.contains(type)));
  }

  @Test
  void theExampleSetsEveryVariableAndNoOther() {
    assertNone(
        module -> {
          Set<String> names =
              module.variables().stream().map(ModuleVariable::name).collect(Collectors.toSet());
          List<HclBlock> calls =
              module.readme().examples().stream().filter(call -> calls(call, module)).toList();
          return calls.isEmpty()
              ? Stream.of("no example calls it")
              : calls.stream().flatMap(call -> difference(names, call));
        });
  }

  /** Terraform 1.11 can't mock a provider whose ephemeral resources a module uses. */
  @Test
  void everyTestMocksTheProviderOrGivesItNoWayToCallAws() {
    assertNone(
        module -> {
          boolean ephemeral =
              module.sources().stream().anyMatch(file -> file.blocks("ephemeral").count() > 0);
          return module.tests().stream()
              .filter(test -> test.blocks(ephemeral ? "provider" : "mock_provider").count() != 1)
              .map(test -> test.source().name());
        });
    assertNone(
        module ->
            module.tests().stream()
                .flatMap(test -> test.blocks("provider"))
                .filter(provider -> !provider.attribute("secret_key").text().equals("dummy"))
                .map(provider -> provider.source().name()));
  }

  @Test
  void everyRunIsNamedAsASentence() {
    assertNone(
        module ->
            module.tests().stream()
                .flatMap(test -> test.blocks("run"))
                .map(HclBlock::label)
                .filter(name -> !name.matches("[a-z0-9]+(_[a-z0-9]+){2,}")));
  }

  /** That each validation is among them, and not one of them twice, shows {@link ModulesIT}. */
  @Test
  void everyVariableIsRefusedAtLeastAsOftenAsItHasValidations() {
    assertNone(
        module -> {
          List<String> refused =
              module.tests().stream()
                  .flatMap(test -> test.blocks("run"))
                  .filter(run -> run.attributes().containsKey("expect_failures"))
                  .flatMap(run -> run.attribute("expect_failures").references().stream())
                  .toList();
          return module.variables().stream()
              .filter(variable -> times(refused, variable) < variable.validations().size())
              .map(
                  v ->
                      v.name()
                          + ": refused "
                          + times(refused, v)
                          + " times, has "
                          + v.validations().size()
                          + " validations");
        });
  }

  private static long times(List<String> refused, ModuleVariable variable) {
    return refused.stream().filter(("var." + variable.name())::equals).count();
  }

  private static boolean calls(HclBlock block, TerraformModule module) {
    return block.type().equals("module")
        && block.attribute("source").text().equals("./modules/" + module.name());
  }

  private static Stream<String> difference(Set<String> names, HclBlock call) {
    Set<String> different = new TreeSet<>(call.attributes().keySet());
    different.removeAll(META_ARGUMENTS);
    Set<String> missing = new TreeSet<>(names);
    missing.removeAll(different);
    different.removeAll(names);
    different.addAll(missing);
    return different.stream().map(name -> "example " + call.label() + ": " + name);
  }

  /** The text without the one thing in which a module may differ. */
  private static String versions(TerraformModule module) {
    String text = module.file("versions.tf").text();
    return text.replaceAll("\\n *configuration_aliases.*", "").replaceAll(" +", " ");
  }

  /** Fails with what was found, by module. */
  private void assertNone(Function<TerraformModule, Stream<String>> troubles) {
    assertThat(
            modules.stream()
                .flatMap(module -> troubles.apply(module).map(t -> module.name() + ": " + t)))
        .isEmpty();
  }
}
