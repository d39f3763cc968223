/** Terraform's plan as values: read as a stream, masked, summed up by component, and judged. */
@NullMarked
package com.cashtrace.infra.plan;

import org.jspecify.annotations.NullMarked;
