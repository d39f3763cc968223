/** One external program, run safely: the only home of {@link ProcessBuilder}. */
@NullMarked
package com.cashtrace.infra.process;

import org.jspecify.annotations.NullMarked;
