package com.cashtrace.infra.backend;

/** Whether a state that terraform could not upload still has to be. */
public enum StateUpload {
  /** The bucket has this very state, as the version that counts or as an older one. */
  DONE,

  /** The bucket has an older one only, or none. */
  NEEDED,

  /** The bucket never got it, and by now has a later one of another content. */
  OVERTAKEN,

  /** It is no state, or one of another lineage. */
  FOREIGN
}
