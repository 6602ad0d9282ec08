"""What is printed: letters, forms, lists. Heavy libraries are imported when first used."""
