package com.cashtrace.infra.plan;

import com.cashtrace.infra.problem.Location;
import com.cashtrace.infra.problem.Nearest;
import com.cashtrace.infra.problem.Problem;
import com.cashtrace.infra.problem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Refuses to lose data unless somebody named the very store that is to go. */
public final class StoreGuard {

  private final Set<String> allowed;

  /** Lets the stores at these addresses go. */
  public StoreGuard(Set<String> allowed) {
    this.allowed = new TreeSet<>(allowed);
  }

  /**
   * One problem for each store that goes without leave, and for each leave that nothing needs.
   *
   * @param places finds the line of the spec that made a resource, or null
   */
  public List<Problem> judge(List<StoreLoss> losses, Function<String, @Nullable Location> places) {
    List<Problem> problems = new ArrayList<>();
    Set<String> unused = new TreeSet<>(allowed);
    for (StoreLoss loss : losses) {
      unused.remove(loss.address());
      if (!allowed.contains(loss.address())) {
        problems.add(refusal(loss, places.apply(loss.address())));
      }
    }
    List<String> addresses = losses.stream().map(StoreLoss::address).distinct().toList();
    for (String address : unused) {
      problems.add(
          Problem.unlocated(
              "allow-destroy-unused",
              "this plan destroys no store at '" + address + "', which --allow-destroy names",
              Nearest.hint(address, addresses, "stores that it destroys")));
    }
    return problems;
  }

  private static Problem refusal(StoreLoss loss, @Nullable Location place) {
    String verb = loss.action() == Action.DELETE ? "destroys" : "replaces";
    String because = loss.because() == null ? "" : " because " + loss.because();
    return new Problem(
        Severity.ERROR,
        "destroys-store",
        "the plan %s '%s'%s: %s would be lost"
            .formatted(verb, loss.address(), because, loss.lost()),
        place,
        "keep it as it is, or say --allow-destroy '" + loss.address() + "'");
  }
}
