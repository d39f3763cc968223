package com.cashtrace.infra.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL database on RDS.
 *
 * @param identity key and names
 * @param version major version of the engine
 * @param size name of the instance class in the catalogue of sizes
 * @param storage allocated at first
 * @param storageLimit up to which storage grows by itself, or null if it does not
 * @param replicas readers
 * @param multiZone true for a standby in another zone
 * @param backupRetention how long backups and the log for point-in-time recovery are kept
 * @param data classes of the data that it holds
 * @param deletionProtection true if AWS refuses to delete it
 */
public record Database(
    Identity identity,
    String version,
    String size,
    DataSize storage,
    @Nullable DataSize storageLimit,
    int replicas,
    boolean multiZone,
    TimeSpan backupRetention,
    List<DataClass> data,
    boolean deletionProtection)
    implements Component {

  /** Copies the classes. */
  public Database {
    data = List.copyOf(data);
  }
}
