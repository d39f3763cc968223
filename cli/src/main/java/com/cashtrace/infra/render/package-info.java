/**
 * Makes the Terraform root of an environment: pure, from values to a tree of texts. The only home
 * of jinjava, which fills the templates; every value that it prints passes one filter.
 */
@NullMarked
package com.cashtrace.infra.render;

import org.jspecify.annotations.NullMarked;
