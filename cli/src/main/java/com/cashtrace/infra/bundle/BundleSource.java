package com.cashtrace.infra.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where the files of a bundle lie. */
public interface BundleSource {

  /** A file of the bundle, to be closed by whoever asked; nothing if it is not there. */
  Optional<InputStream> open(String name) throws IOException;

  /** Where it is, as people name it. */
  String place(String name);
}
