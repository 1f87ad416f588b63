-- grain: one document of the lake, with what was said of it when it was read
SELECT document_id, metadata FROM documents ORDER BY document_id;
