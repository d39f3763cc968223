/**
 * YAML as values that remember their place: reading, overlaying, and the data that travels with the
 * program.
 */
@NullMarked
package com.cashtrace.infra.document;

import org.jspecify.annotations.NullMarked;
