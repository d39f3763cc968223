package com.cashtrace.infra.environment;

import java.util.stream.Stream;

/** The kinds of components; a kind's word is the key of its map in the spec. */
public enum Kind {
  SERVICES("services", "service"),
  DATABASES("databases", "database"),
  CACHES("caches", "cache"),
  BUCKETS("buckets", "bucket"),
  SECRETS("secrets", "secret"),
  /** Companies that get data; nothing of them is made here. */
  THIRD_PARTIES("thirdParties", "third party");

  private final String word;
  private final String one;

  Kind(String word, String one) {
    this.word = word;
    this.one = one;
  }

  /** The word that stands in a spec. */
  public String word() {
    return word;
  }

  /** How messages call one of the kind. */
  public String one() {
    return one;
  }

  /** True if components of this kind are made by Terraform, and so have a module and names. */
  public boolean isMade() {
    return this != THIRD_PARTIES;
  }

  /** The constant of a word that the schema let pass. */
  public static Kind of(String word) {
    return Stream.of(values())
        .filter(kind -> kind.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(word));
  }
}
