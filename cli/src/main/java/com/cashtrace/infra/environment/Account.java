package com.cashtrace.infra.environment;

import java.util.List;

/**
 * The AWS account of an environment.
 *
 * @param id twelve digits
 * @param planRole role that plans
 * @param applyRole role that applies
 * @param breakGlassRole role for emergencies
 * @param approveRoles roles that may approve a plan of another
 */
public record Account(
    String id,
    String planRole,
    String applyRole,
    String breakGlassRole,
    List<String> approveRoles) {

  /** Copies the roles. */
  public Account {
    approveRoles = List.copyOf(approveRoles);
  }
}
