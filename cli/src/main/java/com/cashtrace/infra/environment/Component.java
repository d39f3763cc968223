package com.cashtrace.infra.environment;

import com.cashtrace.infra.document.SpecPath;

/** Something that an environment is made of and that a spec names. */
public sealed interface Component permits Service, Database, Cache, Bucket, Secret, ThirdParty {

  /** Its key, its name at AWS, and what it was called before. */
  Identity identity();

  /** Its key in the map of its kind. */
  default String key() {
    return identity().reference().key();
  }

  /** Its name at AWS, or the name of a third party. */
  default String name() {
    return identity().name();
  }

  /** Where it stands in the spec. */
  default SpecPath path() {
    return identity().reference().path();
  }

  /**
   * The name of its module in the rendered root, such as {@code services_api}; only what {@link
   * Kind#isMade is made} has one.
   */
  default String module() {
    return identity().reference().kind().word() + "_" + key();
  }
}
