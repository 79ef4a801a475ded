"""The ambassador's desk: passing on what one hears in the street."""
