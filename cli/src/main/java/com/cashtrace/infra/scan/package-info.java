/** What any plan or state of terraform, also one made by others, says about where data is. */
@NullMarked
package com.cashtrace.infra.scan;

import org.jspecify.annotations.NullMarked;
