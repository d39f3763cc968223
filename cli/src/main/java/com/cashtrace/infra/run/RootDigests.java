package com.cashtrace.infra.run;

import com.cashtrace.infra.environment.Environment;
import com.cashtrace.infra.file.Digests;
import com.cashtrace.infra.render.RenderedTree;
import com.cashtrace.infra.render.SpecDigest;
import com.cashtrace.infra.terraform.LockFile;
import java.util.Objects;

/**
 * SHA-256 of what a plan is made from.
 *
 * @param spec of the merged spec
 * @param root of the manifest of the rendered root
 * @param lockFile of the lock file of the providers
 */
record RootDigests(String spec, String root, String lockFile) {

  static RootDigests of(Environment environment, RenderedTree tree) {
    return new RootDigests(
        SpecDigest.of(environment.document().root()),
        digest(tree, RenderedTree.MANIFEST),
        digest(tree, LockFile.NAME));
  }

  private static String digest(RenderedTree tree, String file) {
    return Digests.sha256(Objects.requireNonNull(tree.files().get(file), file));
  }
}
