package com.cashtrace.infra.terraform;

import java.util.List;

/**
 * The file that makes a rendered root plan without an account: terraform merges it over the root's
 * own blocks, and what it does not name (region, tags) stays as rendered.
 */
public final class OfflineOverride {

  /** The key that is none; a word of the language, so nobody may take it for a secret. */
  public static final String KEY = "offline";

  /** Its name in the root; the ending is what makes terraform merge it. */
  public static final String FILE = "offline_override.tf";

  /**
   * Keys that are none; each setting was left out in turn, and without it a plan asks AWS. The list
   * of allowed accounts has to go because there is no account to compare with.
   */
  private static final String SETTINGS =
      """
        access_key                  = "offline"
        secret_key                  = "offline"
        allowed_account_ids         = []
        skip_credentials_validation = true
        skip_metadata_api_check     = true
        skip_requesting_account_id  = true
      """;

  private static final String BACKEND =
      """
      # No state, no credentials, no network: this file is what plan --offline adds to a rendered root.

      terraform {
        backend "local" {}
      }
      """;

  private OfflineOverride() {}

  /** The text of the file for a root with these provider blocks. */
  public static String text(List<ProviderConfiguration> providers) {
    StringBuilder text = new StringBuilder(BACKEND);
    for (ProviderConfiguration provider : providers) {
      text.append("\nprovider \"aws\" {\n");
      if (provider.alias() != null) {
        text.append("  alias                       = \"").append(provider.alias()).append("\"\n");
      }
      text.append(SETTINGS).append("}\n");
    }
    return text.toString();
  }
}
