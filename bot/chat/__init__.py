"""What every chat says and takes alike, whatever its markup: wishes, choices, sentences, tables. Pure."""
