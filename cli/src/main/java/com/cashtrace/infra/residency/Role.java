package com.cashtrace.infra.residency;

/** What the place of a holding is to its subject. */
public enum Role {
  /** The thing itself is there. */
  PLACEMENT,
  /** A copy, replica or backup of it is there. */
  COPY,
  /** It sends something there: logs, events, exports. */
  DESTINATION,
  /** It is served from there: edge networks, accelerators. */
  EDGE,
  /** It opens a network path to there. */
  PATH,
  /** Its configuration names the place; what goes there cannot be told. */
  MENTION,
  /** A part of a global service which exists nowhere else. */
  GLOBAL_SERVICE,
  /** Of a reviewed type that holds no customer data. */
  METADATA
}
