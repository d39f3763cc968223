package com.cashtrace.infra.report;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Exposure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the inventory: something that keeps data.
 *
 * @param name the component, or the address of the resource
 * @param type kind of the component or type of the resource
 * @param aspect in which way it keeps data
 * @param classes classes of the data; empty if nobody said
 * @param places where it is
 * @param keys where the keys are that encrypt it
 * @param backups where its backups and other copies are
 * @param replicas how many copies serve it, in words
 * @param retention how long data and backups are kept, in words
 * @param source line of the spec, or null where no spec is known
 * @param exposure the gravest finding on it that nobody waived
 */
public record ResidencyStore(
    String name,
    String type,
    Aspect aspect,
    List<DataClass> classes,
    List<ResidencySpot> places,
    List<ResidencySpot> keys,
    List<ResidencySpot> backups,
    String replicas,
    String retention,
    @Nullable String source,
    Exposure exposure) {

  /** What stands where nothing says how something is. */
  public static final String NOT_STATED = "not stated";

  /** Copies the lists. */
  public ResidencyStore {
    classes = List.copyOf(classes);
    places = List.copyOf(places);
    keys = List.copyOf(keys);
    backups = List.copyOf(backups);
  }

  /**
   * Something that works on data without keeping it.
   *
   * @param name the component, or the address of the resource
   * @param type kind of the component or type of the resource
   * @param classes classes of the data that pass through it
   * @param places where it runs
   * @param exposure the gravest finding on it that nobody waived
   */
  public record Processing(
      String name,
      String type,
      List<DataClass> classes,
      List<ResidencySpot> places,
      Exposure exposure) {

    /** Copies the lists. */
    public Processing {
      classes = List.copyOf(classes);
      places = List.copyOf(places);
    }
  }
}
