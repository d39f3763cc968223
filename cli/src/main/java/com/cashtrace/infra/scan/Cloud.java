package com.cashtrace.infra.scan;

import org.jspecify.annotations.Nullable;

/** Who offers a resource. */
enum Cloud {
  AWS("aws", "Amazon Web Services"),
  GCP("gcp", "Google"),
  AZURE("azure", "Microsoft"),
  OCI("oci", "Oracle"),
  /** Another company, or nobody: a random number, a file. */
  OTHER("", null);

  private final String code;
  private final @Nullable String company;

  Cloud(String code, @Nullable String company) {
    this.code = code;
    this.company = company;
  }

  /** As places name it. */
  String code() {
    return code;
  }

  /** The legal person in short, or null where there is none. */
  @Nullable String company() {
    return company;
  }

  /** By the first word of a resource type. */
  static Cloud of(String type) {
    int end = type.indexOf('_');
    return switch (end < 0 ? type : type.substring(0, end)) {
      case "aws", "awscc" -> AWS;
      case "google" -> GCP;
      case "azurerm", "azuread", "azapi" -> AZURE;
      case "oci" -> OCI;
      default -> OTHER;
    };
  }

  /** By the code that places have. */
  static @Nullable String company(String code) {
    for (Cloud cloud : values()) {
      if (cloud.code.equals(code)) {
        return cloud.company;
      }
    }
    return code;
  }
}
