-- grain: one row of {table} whose offsets do not give its words
-- severity: {severity}
-- scope: {scope}
-- table: {table}
-- expectation: {start} and {end} are the offsets of the row's words, in the article and on the page
WITH spans AS (
    SELECT
        concat_ws(' ', {row_key}) AS row_id,
        {article} AS article_id,
        {start} AS span_start,
        {end} AS span_end,
        {text}::VARCHAR AS words,
        {raw_start}::BIGINT AS span_raw_start,
        {raw_end}::BIGINT AS span_raw_end
    FROM {table}
    WHERE {start} IS NOT NULL OR {end} IS NOT NULL OR {text} IS NOT NULL
),
read AS (
    SELECT
        spans.*,
        articles.text[span_start + 1 : span_end] AS article_words,
        documents.text[span_raw_start + 1 : span_raw_end] AS page_words,
        length(articles.text) AS article_length,
        length(documents.text) AS page_length
    FROM spans
    LEFT JOIN articles USING (article_id)
    LEFT JOIN documents USING (document_id)
),
judged AS (
    SELECT row_id, article_id, CASE
        WHEN span_start IS NULL OR span_end IS NULL OR article_length IS NULL THEN 'no span in an article'
        WHEN span_start < 0 OR span_end <= span_start OR span_end > article_length
            THEN format('[{}, {}) is no span of an article of {} code points', span_start, span_end, article_length)
        WHEN words IS NOT NULL AND article_words IS DISTINCT FROM words
            THEN format('the article has "{}" there, the row says "{}"', article_words, words)
        WHEN span_raw_start IS NULL AND span_raw_end IS NULL THEN NULL
        WHEN span_raw_start IS NULL OR span_raw_end IS NULL OR page_length IS NULL THEN 'no span on a page'
        WHEN span_raw_start < 0 OR span_raw_end <= span_raw_start OR span_raw_end > page_length
            THEN format('[{}, {}) is no span of a page of {} code points', span_raw_start, span_raw_end, page_length)
        WHEN NOT {interrupted}
            AND regexp_replace(page_words, '\s+', '', 'g') <> regexp_replace(article_words, '\s+', '', 'g')
            THEN format('the page has "{}" there, the article "{}"', page_words, article_words)
    END AS observed
    FROM read
)
SELECT row_id, article_id, observed FROM judged WHERE observed IS NOT NULL
