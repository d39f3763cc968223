package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.residency.Aspect;
import com.cashtrace.infra.residency.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an attribute of a resource type says about where data is. */
public sealed interface Meaning {

  /**
   * Its value says nothing about a place of data, whatever it looks like: a name, a count, a
   * contact's country.
   *
   * @param reason why, as a part of a sentence
   */
  record NoPlace(String reason) implements Meaning {}

  /**
   * Its value names a place, or something that has one.
   *
   * @param role what the place is to the resource
   * @param aspect in which way data is there
   * @param form how the value names it
   * @param ownIsDestination true if the value is the source and the resource's own place is what
   *     has the role: a copy is made by the provider of the region that receives it
   * @param detail what happens, to be followed by the place: {@code copies its backups to}
   */
  record Names(Role role, Aspect aspect, Form form, boolean ownIsDestination, String detail)
      implements Meaning {}

  /**
   * Some of its values alone send data somewhere, without naming the place.
   *
   * @param role what that place is to the resource
   * @param aspect in which way data is there
   * @param values values that do so; {@link #ABSENT} stands for no value, {@link #ANY} for any
   * @param where the place that follows from the value
   * @param detail what happens, to be followed by the place
   */
  record Flag(Role role, Aspect aspect, Set<String> values, Whereabouts where, String detail)
      implements Meaning {

    /** The default of the provider or of AWS counts as one of the values. */
    public static final String ABSENT = "absent";

    /** Every value but none at all. */
    public static final String ANY = "any";

    /** Copies the set. */
    public Flag {
      values = Set.copyOf(values);
    }

    /** Whether this value does it; null and an empty text are an attribute that is not set. */
    public boolean raisedBy(@Nullable String value) {
      return (value == null || value.isEmpty())
          ? values.contains(ABSENT)
          : values.contains(ANY) || values.contains(value);
    }
  }

  /** How a value names a place. */
  enum Form {
    /** The code of a region; a value that is no known region is unknown. */
    REGION,
    /** The name of a zone. */
    ZONE,
    /** The id of a zone, such as {@code afs1-az1}. */
    ZONE_ID,
    /**
     * An ARN; without a region in it, what it names has to be found. A bare name is that of
     * something in the resource's own region.
     */
    ARN,
    /** The name of a bucket, with or without a path behind it; its region has to be found. */
    BUCKET_NAME,
    /** A host name, with or without a port. */
    HOST,
    /** A URI; {@code s3://} names a bucket. What has no scheme names no place. */
    URI,
    /** Text that may name places; one that names none stays at the resource's own place. */
    TEXT,
    /** The id of a subnet, whose zone has to be found. */
    SUBNET,
    /** A model of Bedrock or a profile of one, see {@link ModelGeography}; else like TEXT. */
    MODEL
  }
}
