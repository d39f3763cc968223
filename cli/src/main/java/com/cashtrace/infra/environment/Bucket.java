package com.cashtrace.infra.environment;

import java.util.List;

/**
 * An S3 bucket.
 *
 * @param identity key and names
 * @param data classes of the data that it holds
 * @param retention after which objects expire
 * @param oldVersions how long replaced and deleted objects can be brought back
 */
public record Bucket(
    Identity identity, List<DataClass> data, TimeSpan retention, TimeSpan oldVersions)
    implements Component {

  /** Copies the classes. */
  public Bucket {
    data = List.copyOf(data);
  }
}
