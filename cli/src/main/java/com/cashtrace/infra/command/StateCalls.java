package com.cashtrace.infra.command;

import com.cashtrace.infra.backend.LockInfo;
import com.cashtrace.infra.backend.StateFile;
import com.cashtrace.infra.backend.StatePlace;
import com.cashtrace.infra.document.SpecFolder;
import com.cashtrace.infra.problem.ExitCode;
import com.cashtrace.infra.report.StateJson;
import com.cashtrace.infra.report.StateReport;
import com.cashtrace.infra.report.StateText;
import com.cashtrace.infra.report.TextProblems;
import com.cashtrace.infra.run.StateAccess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;

/** What the commands on a state have in common: they reach it, and tell what it gave. */
record StateCalls(World world, GlobalOptions options, CommandSpec spec) {

  /** Tells a result. */
  @FunctionalInterface
  interface Telling<T> {
    void tell(StateReport report, T result) throws IOException;
  }

  /** Asks for the form before any work, reaches the state, and tells what that gave. */
  <T> int call(String environment, BiFunction<StateFile, StatePlace, T> work, Telling<T> telling)
      throws IOException {
    boolean json = "json".equals(options.format(spec, List.of("text", "json")));
    StateAccess access =
        StateAccess.of(
            new SpecFolder(options.project(world)), options.resources(world), world.environment());
    StateAccess.Result<T> result = access.with(environment, work);
    if (!result.checked().problems().isEmpty()) {
      new TextProblems(options.color(world, world.errTerminal()))
          .write(result.checked(), world.err());
      world.err().flush();
    }
    T value = result.value();
    if (value == null) {
      return result.checked().exitCode().value();
    }
    telling.tell(json ? new StateJson() : new StateText(), value);
    return ExitCode.OK.value();
  }

  /** A lock in the name of whoever runs this. */
  LockInfo lock(String operation) {
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
