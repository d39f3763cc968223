package com.cashtrace.infra.run;

import com.cashtrace.infra.audit.Host;
import com.cashtrace.infra.backend.LockInfo;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where this process runs, as locks and records tell it.
 *
 * @param variables the process' environment variables
 * @param program version of this program
 * @param clock this machine's
 */
public record Workplace(Map<String, String> variables, String program, InstantSource clock) {

  /** Copies the variables. */
  public Workplace {
    variables = Map.copyOf(variables);
  }

  /** The same in an audit trail. */
  public Host host() {
    return Host.of(variables, machine(), program);
  }

  /** A lock in the name of whoever runs this, for an operation such as {@code state restore}. */
  public LockInfo lock(String operation) {
    String who = System.getProperty("user.name", "unknown") + "@" + machine();
    return LockInfo.own(operation, who, "cashtrace-infra " + program, clock.instant());
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
