/** What a change in git touches: which environments are made from the files that it changed. */
@NullMarked
package com.cashtrace.infra.revision;

import org.jspecify.annotations.NullMarked;
