"""Prefect tasks, one verb a file, over the folders that know how (see docs/architecture.md)."""
