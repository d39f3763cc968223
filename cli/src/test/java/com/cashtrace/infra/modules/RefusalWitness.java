package com.cashtrace.infra.modules;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes terraform tell which validations refuse what a test hands in. A run that expects failures
 * passes as soon as each named variable fails, by whichever of its validations; without the
 * expectation it fails, and names every one that refused.
 */
final class RefusalWitness {

  private static final Pattern REFUSED =
      Pattern.compile("checked by the validation rule at (modules/[a-z-]+/variables\\.tf:\\d+),");

  private RefusalWitness() {}

  /**
   * A test of the root module for each run that expects failures: a file by itself, because
   * terraform leaves out what stands after a run with errors.
   */
  static Stream<String> of(TerraformModule module) {
    return module.tests().stream()
        .flatMap(
            test ->
                test.blocks("run")
                    .filter(run -> run.attributes().containsKey("expect_failures"))
                    .map(run -> shared(test) + onModule(run, module)));
  }

  private static String shared(HclBlock test) {
    return test.blocks().stream()
        .filter(block -> !block.type().equals("run"))
        .map(block -> block.text() + "\n")
        .collect(Collectors.joining());
  }

  private static String onModule(HclBlock run, TerraformModule module) {
    HclAttribute expectation = run.attribute("expect_failures");
    return run.text().substring(0, expectation.start() - run.start())
        + "module {\nsource = \"./modules/"
        + module.name()
        + "\"\n}\n"
        + run.text().substring(expectation.end() - run.start())
        + "\n";
  }

  /** The places of validations that refused something in this output. */
  static Set<String> refusals(String output) {
    return REFUSED
        .matcher(output)
        .results()
        .map(refusal -> refusal.group(1))
        .collect(Collectors.toSet());
  }

  /** The places of all validations of a module, as terraform names them. */
  static Stream<String> validations(TerraformModule module) {
    return module.variables().stream()
        .flatMap(variable -> variable.validations().stream())
        .map(line -> "modules/" + module.name() + "/variables.tf:" + line);
  }
}
