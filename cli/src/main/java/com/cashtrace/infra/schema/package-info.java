/** What a spec may hold: JSON Schema checks, defaults, and the two schemas made of one source. */
@NullMarked
package com.cashtrace.infra.schema;

import org.jspecify.annotations.NullMarked;
