-- grain: no rows; what the snapshot's line in lake.snapshots() says
CALL lake.set_commit_message('crosswire', $cause, extra_info => $details);
