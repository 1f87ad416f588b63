-- grain: one fingerprint, other than the given one, by which facts of the lake were reconciled
SELECT DISTINCT reconciled_by FROM facts WHERE reconciled_by <> $reconciled_by ORDER BY reconciled_by;
