package com.cashtrace.infra.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why terraform wants to do what it plans, in words. */
final class Reasons {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("replace_because_tainted", "it is tainted: its last creation failed"),
          Map.entry("replace_by_request", "its replacement was asked for"),
          Map.entry("replace_by_triggers", "something changes that triggers its replacement"),
          Map.entry("delete_because_no_resource_config", "it is no longer in the configuration"),
          Map.entry("delete_because_no_module", "its module is no longer in the configuration"),
          Map.entry("delete_because_wrong_repetition", "it is repeated in another way now"),
          Map.entry("delete_because_count_index", "its index is beyond the count"),
          Map.entry("delete_because_each_key", "its key is no longer in for_each"),
          Map.entry("delete_because_no_move_target", "it was moved to a place that does not exist"),
          Map.entry("read_because_config_unknown", "what to read is known only after apply"),
          Map.entry("read_because_dependency_pending", "what it reads from changes first"),
          Map.entry("read_because_check_nested", "a check reads it anew"));

  private Reasons() {}

  /** The reason; null where the action speaks for itself. */
  static @Nullable String of(ResourceChange change) {
    if (change.deposed() != null) {
      return "it is left over from an earlier replacement (" + change.deposed() + ")";
    }
    if (!change.replacePaths().isEmpty()) {
      String paths = String.join(", ", change.replacePaths());
      return paths + " can't be changed in place";
    }
    String reason = change.reason();
    return reason == null ? null : WORDS.getOrDefault(reason, reason.replace('_', ' '));
  }
}
