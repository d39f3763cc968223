package com.cashtrace.infra.command;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every flag has an environment variable: {@code --no-color} is {@code CASHTRACE_NO_COLOR}. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    boolean ours =
        argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp();
    return ours ? environment.get(variable(((OptionSpec) argument).longestName())) : null;
  }

  /** Picocli asks for it at each start, and that of a record has its code made first. */
  @Override
  public String toString() {
    return "environment variables";
  }

  static String variable(String flag) {
    return "CASHTRACE_" + flag.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
