-- grain: no rows; says the view's grain
COMMENT ON VIEW lake.main.{name} IS {grain};
