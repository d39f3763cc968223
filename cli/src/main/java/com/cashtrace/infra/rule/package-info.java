/** Checks across the fields of a spec and across environments, one class each. */
@NullMarked
package com.cashtrace.infra.rule;

import org.jspecify.annotations.NullMarked;
