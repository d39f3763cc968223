package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a profile.
 *
 * @param id stable name; also the code of its problems, known to {@code explain}
 * @param title a few words without a full stop
 * @param classes data that it protects
 * @param governs ways of having data that it covers
 * @param places codes of regions or zones that are allowed, such as {@code aws:af-south-1}
 * @param countries ISO 3166-1 codes of countries that are allowed as a whole
 * @param unclear true if the source does not plainly say so: outside the places is UNCLEAR then
 * @param effectiveFrom first day on which it binds, or null if it does already
 * @param citation the source, in words that a lawyer can look up
 * @param certainty how well the source is known
 * @param meaning what it asks for and why, in sentences
 * @param fix what to do
 */
public record ResidencyRule(
    String id,
    String title,
    Set<DataClass> classes,
    Set<Aspect> governs,
    Set<String> places,
    Set<String> countries,
    boolean unclear,
    @Nullable LocalDate effectiveFrom,
    String citation,
    Certainty certainty,
    String meaning,
    String fix) {

  /** Copies the sets, sorted. */
  public ResidencyRule {
    EnumSet<DataClass> sortedClasses = EnumSet.noneOf(DataClass.class);
    sortedClasses.addAll(classes);
    classes = Collections.unmodifiableSet(sortedClasses);
    EnumSet<Aspect> sortedAspects = EnumSet.noneOf(Aspect.class);
    sortedAspects.addAll(governs);
    governs = Collections.unmodifiableSet(sortedAspects);
    places = Collections.unmodifiableSet(new TreeSet<>(places));
    countries = Collections.unmodifiableSet(new TreeSet<>(countries));
  }

  /** How well the source of a rule is known. */
  public enum Certainty {
    /** The text of the law itself was read. */
    PRIMARY,
    /** What others write about the law was read. */
    SECONDARY,
    /** The company's own rule, no law. */
    COMPANY
  }
}
