package com.cashtrace.infra.audit;

import java.util.Optional;

/**
 * What a verification relies on that does not come from the trail itself.
 *
 * @param environment whose trail it must be; without one, that of any
 * @param key the environment's public key; without one, that which lies beside the records is used,
 *     and says nothing about somebody who rewrote everything with a key of their own
 * @param fingerprint of the key that it must be
 * @param contains a record that must be in it: what somebody noted earlier
 */
public record Trust(
    Optional<String> environment,
    Optional<VerifyingKey> key,
    Optional<String> fingerprint,
    Optional<Receipt> contains) {

  /** Nothing but the trail itself. */
  public static Trust none() {
    return new Trust(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** True if the key is known from elsewhere. */
  public boolean knowsKey() {
    return key.isPresent() || fingerprint.isPresent();
  }
}
