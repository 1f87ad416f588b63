-- grain: no rows; keeps a table macro
CREATE OR REPLACE MACRO lake.main.{name}({parameters}) AS TABLE
{select};
