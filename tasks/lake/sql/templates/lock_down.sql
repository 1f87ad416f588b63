-- grain: no rows; from here on only the lake's folder can be opened, and no setting can change
SET allowed_directories = [{root}];
SET enable_external_access = false;
SET lock_configuration = true;
