-- grain: no rows; keeps a view
CREATE OR REPLACE VIEW lake.main.{name} AS
{select};
