-- grain: no rows; keeps a view in the lake
CREATE OR REPLACE VIEW lake.main.{name} AS
{select};
