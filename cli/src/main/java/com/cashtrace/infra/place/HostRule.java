package com.cashtrace.infra.place;

/** What the end of a host tells about its place. */
sealed interface HostRule {

  /** The region stands before it. */
  record Regional(String provider) implements HostRule {}

  /** It is a bucket, whose region does not stand in it. */
  record Bucket() implements HostRule {}

  /** It is always at this place. */
  record Fixed(Whereabouts where) implements HostRule {}

  /** It is a service at this place if it is an address; else it is the name of a principal. */
  record Service(Whereabouts where) implements HostRule {}

  /** It belongs to a company. */
  record Company(Processor processor) implements HostRule {}
}
