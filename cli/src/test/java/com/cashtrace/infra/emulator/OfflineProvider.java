package com.cashtrace.infra.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * The provider of plans that ask no AWS: one process for the whole run. Register it as a static
 * extension.
 */
public final class OfflineProvider implements BeforeAllCallback {

  /** Beside the provider of the emulator: a third of the memory for a tenth more time. */
  private static final Map<String, String> SMALL = Map.of("GOGC", "200");

  private ExtensionContext.Store session;

  @Override
  public void beforeAll(ExtensionContext context) {
    session =
        context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(OfflineProvider.class));
  }

  /**
   * A terraform that finds it.
   *
   * @param commands of terraform which do so, see {@link SharedProvider#terraform}
   */
  public Path terraform(String commands) throws IOException {
    return session
        .computeIfAbsent(
            SharedProvider.class, type -> SharedProvider.start(SMALL), SharedProvider.class)
        .terraform(commands);
  }
}
