package com.cashtrace.infra.environment;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A container that runs on ECS: behind the load balancer, for other services, as a worker, or on a
 * schedule.
 *
 * <pre>{@code
 * api:
 *   image: cashtrace/api
 *   version: 1.4.2
 *   listen: { port: 3000, host: api.cashtrace.ng, public: true }
 *   handles: [personal]
 *   uses: { databases.main: DATABASE }
 * }</pre>
 *
 * @param identity key and names
 * @param image repository in this account's registry
 * @param version tag of the image that the first task definition names
 * @param command what the container runs; empty for the image's own
 * @param cpu CPU units, 1024 to a vCPU
 * @param memory of a task
 * @param listen its port, or null if it takes no connections
 * @param health how it is found to be alive
 * @param scaling how many tasks run
 * @param capacity on demand or spot
 * @param schedule a cron or rate expression, or null if it runs all the time
 * @param rollout how versions replace each other
 * @param handles classes of the data that pass through it
 * @param env plain variables
 * @param uses components that it needs, with the prefix of the variables that tell it about them
 * @param logRetention how long its log is kept
 */
public record Service(
    Identity identity,
    String image,
    String version,
    List<String> command,
    int cpu,
    DataSize memory,
    @Nullable Listen listen,
    Health health,
    Scaling scaling,
    Capacity capacity,
    @Nullable String schedule,
    Rollout rollout,
    List<DataClass> handles,
    Map<String, String> env,
    Map<Reference, String> uses,
    TimeSpan logRetention)
    implements Component {

  /** Copies lists and maps; variables are sorted by name. */
  public Service {
    command = List.copyOf(command);
    handles = List.copyOf(handles);
    env = Collections.unmodifiableMap(new TreeMap<>(env));
    uses = Collections.unmodifiableMap(new TreeMap<>(uses));
  }

  /**
   * Where a service takes connections.
   *
   * @param port from 1 to 65535
   * @param host name at the load balancer, or null
   * @param isPublic true if the load balancer forwards to it
   */
  public record Listen(int port, @Nullable String host, boolean isPublic) {}

  /**
   * How a service is found to be alive.
   *
   * @param path asked by the load balancer and by the container's own check
   * @param interval between checks
   * @param timeout of one check
   * @param grace after the start, in which failures do not count
   * @param healthy checks in a row that make it healthy
   * @param unhealthy checks in a row that make it unhealthy
   * @param command the container's own check; empty to derive it from port and path
   */
  public record Health(
      String path,
      TimeSpan interval,
      TimeSpan timeout,
      TimeSpan grace,
      int healthy,
      int unhealthy,
      List<String> command) {

    /** Copies the command. */
    public Health {
      command = List.copyOf(command);
    }
  }

  /**
   * How many tasks run.
   *
   * @param min tasks at the least
   * @param max tasks at the most
   * @param cpu percent of CPU that autoscaling aims at
   * @param memory percent of memory that autoscaling aims at
   * @param usersPerTask users at once that one task serves, or null if not stated
   * @param peakUsers users at once that the service must serve, or null if not stated
   */
  public record Scaling(
      int min,
      int max,
      int cpu,
      int memory,
      @Nullable Integer usersPerTask,
      @Nullable Integer peakUsers) {}

  /**
   * How a new version replaces the old one.
   *
   * @param strategy rolling by ECS, the others by CodeDeploy
   * @param step percent of the traffic that a canary gets first
   * @param pause how long the step lasts, or how long blue-green keeps the old tasks
   */
  public record Rollout(Strategy strategy, int step, TimeSpan pause) {}

  /** True if the load balancer forwards to it. */
  public boolean isPublic() {
    return listen != null && listen.isPublic();
  }

  /** True if it runs on a schedule instead of all the time. */
  public boolean isScheduled() {
    return schedule != null;
  }
}
