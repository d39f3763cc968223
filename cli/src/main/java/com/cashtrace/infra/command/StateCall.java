package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.StateJson;
import com.cashtrace.infra.report.StateReport;
import com.cashtrace.infra.report.StateText;
import com.cashtrace.infra.run.StateAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command on one environment's state: it reaches the state, and tells what that gave. */
abstract class StateCall implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "ENV",
      description = "The environment: a file below environments/.")
  private String environment = "";

  private final World world;
  private final GlobalOptions options;

  StateCall(World world, GlobalOptions options) {
    this.world = world;
    this.options = options;
  }

  /** Tells a result. */
  @FunctionalInterface
  interface Telling<T> {
    void tell(StateReport report, T result) throws IOException;
  }

  /** Asks for the form before any work, reaches the state, and tells what that gave. */
  final <T> int call(BiFunction<StateFile, StatePlace, T> work, Telling<T> telling)
      throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    StateAccess access =
        StateAccess.of(
            new SpecFolder(options.project(world)), options.resources(world), world.environment());
    StateAccess.Result<T> result = access.with(environment, work);
    ProblemForms.tell(result.checked(), world, options);
    T value = result.value();
    if (value == null) {
      return result.checked().exitCode().value();
    }
    telling.tell(json ? new StateJson() : new StateText(), value);
    return ExitCode.OK.value();
  }

  final World world() {
    return world;
  }

  /** A lock in the name of whoever runs this. */
  final LockInfo lock(String operation) {
    String who = System.getProperty("user.name", "unknown") + "@" + host();
    String version = "cashtrace-infra " + RootCommand.Version.number();
    return LockInfo.own(operation, who, version, world.clock().instant());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
