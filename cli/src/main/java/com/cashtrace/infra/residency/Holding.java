package com.cashtrace.infra.residency;

import com.cashtrace.infra.environment.DataClass;
import com.cashtrace.infra.place.Whereabouts;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One fact: data of these classes is at, or goes to, a place. What a spec declares, a plan plans
 * and a state holds all become holdings, so that one judge serves the three.
 *
 * @param subject what holds or sends the data
 * @param classes classes of the data; empty means that nobody said
 * @param aspect in which way
 * @param role what the place is to the subject
 * @param where the place
 * @param recipient legal person that gets the data there, such as {@code Amazon Web Services}; null
 *     if that cannot be told
 * @param detail what it is, as a part of a sentence: {@code copies its backups to eu-west-1}
 */
public record Holding(
    Subject subject,
    Set<DataClass> classes,
    Aspect aspect,
    Role role,
    Whereabouts where,
    @Nullable String recipient,
    String detail) {

  /** Copies the classes, in the order of the enum. */
  public Holding {
    EnumSet<DataClass> sorted = EnumSet.noneOf(DataClass.class);
    sorted.addAll(classes);
    classes = Collections.unmodifiableSet(sorted);
  }

  /** Of a part, which is enough: that of a record has its code made first, at each start. */
  @Override
  public int hashCode() {
    return Objects.hash(subject.name(), subject.attribute(), aspect, role, detail);
  }
}
