"""The desk where agencies work on a case together, and where nothing crosses between them but by disclosure."""
