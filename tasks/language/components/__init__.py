"""Parts of the spaCy pipeline that are ours."""
