/** Proof of the Terraform modules: their style, their documentation, and their own tests. */
package com.cashtrace.infra.modules;
