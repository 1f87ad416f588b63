-- grain: one condition: the page interrupts the claim, and its pieces are rows of fragments
row_id IN (SELECT claim_id FROM fragments)
