/** The one writer through which everything leaves the program, so that no secret does. */
@NullMarked
package com.cashtrace.infra.mask;

import org.jspecify.annotations.NullMarked;
