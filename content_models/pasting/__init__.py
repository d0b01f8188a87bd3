"""What was copied in Word and other programs → blocks: headings, lists, tables, words, no more."""
