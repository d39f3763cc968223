package com.cashtrace.infra.environment;

import java.util.List;

/**
 * A Redis or Valkey cluster on ElastiCache.
 *
 * @param identity key and names
 * @param engine which of the two
 * @param version of the engine
 * @param size name of the node type in the catalogue of sizes
 * @param shards parts that the keys are spread over
 * @param replicas copies of each shard
 * @param backupRetention how long daily snapshots are kept
 * @param data classes of the data that it holds
 */
public record Cache(
    Identity identity,
    CacheEngine engine,
    String version,
    String size,
    int shards,
    int replicas,
    TimeSpan backupRetention,
    List<DataClass> data)
    implements Component {

  /** Copies the classes. */
  public Cache {
    data = List.copyOf(data);
  }
}
