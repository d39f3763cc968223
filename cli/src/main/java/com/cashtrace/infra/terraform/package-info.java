/**
 * Terraform in our words: find it, initialise a rendered root, plan it, read the plan. Takes
 * folders and knows nothing of specs.
 */
@NullMarked
package com.cashtrace.infra.terraform;

import org.jspecify.annotations.NullMarked;
