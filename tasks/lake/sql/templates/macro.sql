-- grain: no rows; keeps a table macro in the lake
CREATE OR REPLACE MACRO lake.main.{name}({parameters}) AS TABLE
{select};
