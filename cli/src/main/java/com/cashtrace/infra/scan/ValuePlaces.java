package com.cashtrace.infra.scan;

import com.cashtrace.infra.place.Mention;
import com.cashtrace.infra.place.Whereabouts;
import com.cashtrace.infra.place.Whereabouts.Unknown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where the values of attributes are that are known to name a place or something that has one. */
final class ValuePlaces {

  private static final String S3 = "s3://";

  private final Knowledge knowledge;
  private final Index index;
  private final Placing placing;

  ValuePlaces(Knowledge knowledge, Index index, Placing placing) {
    this.knowledge = knowledge;
    this.index = index;
    this.placing = placing;
  }

  /** The places of a value of a resource; none if it leads nowhere by design. */
  Set<Whereabouts> of(Held held, Meaning.Form form, String value) {
    return switch (form) {
      case REGION, ZONE, ZONE_ID -> Set.of(knowledge.places().located(Cloud.AWS.code(), value));
      case ARN -> arn(held, value);
      case BUCKET_NAME -> Set.of(bucket(value));
      case HOST -> uri(value, true);
      case URI -> uri(value, false);
      case SUBNET -> subnet(held, value);
      case MODEL -> ModelGeography.of(value).map(Set::of).orElseGet(() -> mentioned(held, value));
      case TEXT -> mentioned(held, value);
    };
  }

  /** Without a region in it, an ARN of S3 leads to its bucket; others belong to no region. */
  private Set<Whereabouts> arn(Held held, String value) {
    Arn arn = Arn.of(value).orElse(null);
    if (arn == null) {
      Held other = index.named(value);
      return other == null ? mentioned(held, value) : Set.of(placing.of(other));
    }
    if (!arn.region().isEmpty()) {
      return Set.of(knowledge.places().located(Cloud.AWS.code(), arn.region()));
    }
    return arn.bucket().map(name -> Set.of(bucket(name))).orElse(Set.of());
  }

  /** Where the bucket of that name is; a path may stand behind the name. */
  private Whereabouts bucket(String name) {
    int slash = name.indexOf('/');
    Held bucket = index.bucket(slash < 0 ? name : name.substring(0, slash));
    return bucket == null
        ? new Unknown("nothing here tells where that bucket is")
        : placing.of(bucket);
  }

  /** Something with a scheme is somewhere; what has none may be a name of anything. */
  private Set<Whereabouts> uri(String value, boolean isHost) {
    if (value.startsWith(S3)) {
      return Set.of(bucket(value.substring(S3.length())));
    }
    Set<Whereabouts> places = mentions(value);
    Held other = places.isEmpty() ? index.named(value) : null;
    if (other != null) {
      return Set.of(placing.of(other));
    }
    return places.isEmpty() && (isHost || value.contains("://"))
        ? Set.of(new Unknown("nothing tells where that host is"))
        : places;
  }

  private Set<Whereabouts> subnet(Held held, String value) {
    Held subnet = index.named(value);
    return Set.of(subnet == null ? placing.of(held) : placing.of(subnet));
  }

  /** A text that names no place stays where the resource is. */
  private Set<Whereabouts> mentioned(Held held, String value) {
    Set<Whereabouts> places = mentions(value);
    return places.isEmpty() ? Set.of(placing.of(held)) : places;
  }

  private Set<Whereabouts> mentions(String value) {
    Set<Whereabouts> places = new LinkedHashSet<>();
    List<Mention> mentions = knowledge.mentions().in(value);
    for (Mention mention : mentions) {
      places.add(of(mention));
    }
    return places;
  }

  /** Where a text that was found says it is; a bucket is looked up. */
  Whereabouts of(Mention mention) {
    String name = mention.holder();
    return mention.form() == Mention.Form.BUCKET && name != null ? bucket(name) : mention.where();
  }
}
