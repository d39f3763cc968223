package com.cashtrace.infra.audit;

/** A file of a trail is not what this program writes; the message says why. */
final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  Malformed(String message) {
    super(message);
  }
}
