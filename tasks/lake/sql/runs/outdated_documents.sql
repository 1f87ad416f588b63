-- grain: one document to read again after a change of code: cleaned by another, or never an article
SELECT documents.document_id, documents.metadata
FROM documents
LEFT JOIN articles USING (document_id)
WHERE articles.cleaned_by IS DISTINCT FROM $cleaned_by
ORDER BY documents.document_id;
