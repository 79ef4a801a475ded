"""One file for each word one can type after `kruispunt`."""
