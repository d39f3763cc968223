package com.cashtrace.infra.plan;

import org.jspecify.annotations.Nullable;

/**
 * A store that the plan destroys or replaces.
 *
 * @param address where it stands
 * @param type such as {@code aws_s3_bucket}
 * @param action {@link Action#DELETE} or {@link Action#REPLACE}
 * @param lost what is gone then, in words
 * @param because why terraform wants to, in words, or null
 */
public record StoreLoss(
    String address, String type, Action action, String lost, @Nullable String because) {}
