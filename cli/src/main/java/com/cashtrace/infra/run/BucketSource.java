package com.cashtrace.infra.run;

import com.cashtrace.infra.backend.PlanStore;
import com.cashtrace.infra.bundle.BundleSource;
import java.io.InputStream;
import java.util.Optional;

/**
 * A bundle in the state's bucket.
 *
 * @param plans where it lies
 * @param id of the plan
 */
record BucketSource(PlanStore plans, String id) implements BundleSource {

  @Override
  public Optional<InputStream> open(String name) {
    return plans.open(id, name);
  }

  @Override
  public String place(String name) {
    return plans.place(id) + "/" + name;
  }
}
