package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.Account;
import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.revision.Touched;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The same as the matrix of a job of GitHub Actions, on one line: each environment with what a job
 * needs to get into its account.
 */
public final class ChangeMatrix implements ChangeReport.Format {

  @Override
  public void write(ChangeReport value, Appendable out) throws IOException {
    Set<String> touched =
        value.touched().stream().map(Touched::environment).collect(Collectors.toSet());
    ObjectNode root = new JsonMapper().createObjectNode();
    var include = root.putArray("include");
    value.environments().stream()
        .filter(environment -> touched.contains(environment.name()))
        .forEach(environment -> describe(environment, include.addObject()));
    out.append(root.toString()).append('\n');
  }

  private static void describe(Environment environment, ObjectNode node) {
    Account account = environment.account();
    node.put("environment", environment.name());
    node.put("tier", environment.tier().word());
    node.put("account", account.id());
    node.put("region", environment.place().region());
    node.put("planRole", role(account, account.planRole()));
    node.put("applyRole", role(account, account.applyRole()));
  }

  private static String role(Account account, String name) {
    return "arn:aws:iam::" + account.id() + ":role/" + name;
  }
}
