package com.cashtrace.infra.terraform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.cashtrace.infra.file.AtomicFiles;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.file.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The note that a root is initialised, and from what. It lies in the folder that init fills, so it
 * goes where that goes; it is written after a success and taken away before each attempt, so that a
 * half-finished init has none.
 *
 * @param root the root
 * @param program the terraform that works on it
 * @param mirror where its providers come from; null for the registry
 */
record InitStamp(Path root, TerraformProgram program, @Nullable Path mirror) {

  private static final String FOLDER = ".terraform";
  private static final String FILE = "cashtrace-init";

  /** True if init would find everything as it left it. */
  boolean isCurrent() {
    return Folders.read(file()).map(bytes -> new String(bytes, UTF_8).equals(text())).orElse(false)
        && providers().stream().allMatch(this::isInstalled);
  }

  void write() {
    AtomicFiles.shared().write(file(), text());
  }

  void remove() {
    Folders.remove(file(), root);
  }

  private Path file() {
    return root.resolve(FOLDER).resolve(FILE);
  }

  private String text() {
    return String.join(
        "\n",
        "terraform " + program.version() + " " + program.path(),
        "mirror " + (mirror == null ? "registry" : mirror),
        "configuration " + Digests.sha256(InitInputs.of(root)),
        "lock " + digest(LockFile.NAME),
        "modules " + digest(FOLDER + "/modules/modules.json"),
        "backend " + digest(FOLDER + "/terraform.tfstate"),
        "");
  }

  private String digest(String file) {
    return Folders.read(root.resolve(file)).map(Digests::sha256).orElse("none");
  }

  private List<LockedProvider> providers() {
    return LockFile.of(root);
  }

  /** A mirror may be gone, or a cleaner may have been here. */
  private boolean isInstalled(LockedProvider provider) {
    Path installed = root.resolve(FOLDER).resolve("providers");
    return Files.isDirectory(provider.packageFolder(installed, program.platform()));
  }
}
