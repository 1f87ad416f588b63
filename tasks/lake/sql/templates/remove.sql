-- grain: one published row that is gone or differs
DELETE FROM lake.main.{table} WHERE rowid IN (SELECT published_row FROM {difference} WHERE published_row IS NOT NULL);
