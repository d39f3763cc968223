/** The spec of one environment as records: checked by the schema, defaults filled in. */
@NullMarked
package com.cashtrace.infra.environment;

import org.jspecify.annotations.NullMarked;
